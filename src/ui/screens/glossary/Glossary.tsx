import {Box} from 'ink';
import {useMemo, useState} from 'react';
import {reduceGlossary, startGlossary, termSearch} from '../../../app/sessions/glossary-session.ts';
import {countOf} from '../../../app/where-next.ts';
import {inlineFigurePattern} from '../../../tutor/figures/inline.ts';
import type {Term} from '../../../tutor/schema/course.ts';
import {Field} from '../../components/Field.tsx';
import {List} from '../../components/List.tsx';
import {lineOf} from '../../components/rich-text.ts';
import {StyledLine} from '../../components/StyledLines.tsx';
import {KeyScope} from '../../keys/KeyProvider.tsx';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {useBreakpoint} from '../../layout/breakpoint.ts';
import {useNavigator, useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import type {ScreenSpec} from '../screen.ts';
import {trails} from '../trails.ts';
import {TermEntry} from './TermEntry.tsx';

/** The words of the course: a list that narrows as one types, and what each of them means. */
export const glossaryScreen: ScreenSpec<'glossary'> = {
  trail: trails.glossary,
  Screen: ({route, area}) => <Glossary first={route.term} area={area} />,
};

function Glossary({first, area}: {readonly first: string | undefined; readonly area: Area}) {
  const {course} = useTutor();
  const [state, dispatch, latest] = useKeyReducer(reduceGlossary, () => startGlossary(first));
  const [selected, select] = useState<string | null>(first ?? null);
  const search = useMemo(() => termSearch(course.glossary), [course]);
  const found = useMemo(() => search(state.text), [search, state.text]);
  const openId = state.opened.at(-1);
  const open = course.glossary.find(({id}) => id === openId);
  const isWide = useBreakpoint() === 'wide';
  const listWidth = isWide ? Math.min(44, Math.floor(area.width * 0.4)) : area.width;
  const shown = open ?? found.find(({id}) => id === selected) ?? found[0];
  const entryArea = isWide ? {width: area.width - listWidth - 3, height: area.height} : area;
  return (
    <Box width={area.width} height={area.height} overflowY="hidden">
      <Box display={isWide || !open ? 'flex' : 'none'} flexShrink={0}>
        <KeyScope isActive={open === undefined}>
          <SearchList
            found={found}
            text={state.text}
            selected={selected}
            area={{width: listWidth, height: area.height}}
            onSearch={text => {
              dispatch({type: 'search', text});
              select(null);
            }}
            onMove={select}
            onOpen={term => dispatch({type: 'open', term})}
          />
        </KeyScope>
      </Box>
      {isWide && <Box width={3} flexShrink={0} />}
      {shown && (isWide || open) && (
        <KeyScope isActive={open !== undefined}>
          <TermEntry
            term={shown}
            area={entryArea}
            isOpen={open !== undefined}
            onPick={number => {
              const now = course.glossary.find(({id}) => id === latest().opened.at(-1));
              const id = now?.see[number - 1];
              if (id !== undefined) dispatch({type: 'open', term: id});
            }}
            onClose={() => void dispatch({type: 'close'})}
          />
        </KeyScope>
      )}
    </Box>
  );
}

function SearchList(props: {
  readonly found: readonly Term[];
  readonly text: string;
  readonly selected: string | null;
  readonly area: Area;
  readonly onSearch: (text: string) => void;
  readonly onMove: (term: string) => void;
  readonly onOpen: (term: string) => void;
}) {
  const {found, text, area} = props;
  const {course} = useTutor();
  const navigator = useNavigator();
  const hasNotes = area.width >= 60;
  const {isSpoken} = useGlyphs();
  const items = found.map(({id, term, meaning}) => ({
    id,
    label: hasNotes
      ? [
          {text: term},
          {text: `${isSpoken ? ': ' : '  '}${meaning.replace(inlineFigurePattern, '')}`, tone: 'dim' as const},
        ]
      : term,
  }));
  const count =
    text.trim() === '' ? countOf(course.glossary.length, 'word') : `${found.length} of ${course.glossary.length} words`;
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <Field
        width={area.width}
        label="Search:"
        placeholder="type a word"
        onChange={props.onSearch}
        onCancel={navigator.back}
        cancelLabel="back"
      />
      {!isSpoken && <StyledLine line={lineOf(count, 'dim')} width={area.width} />}
      <List
        key={text}
        items={items}
        width={area.width}
        height={Math.max(1, area.height - 2)}
        whenEmpty="No word of the course matches. Try the beginning of a word."
        chooseLabel="open"
        {...(text === '' && props.selected !== null && {initialId: props.selected})}
        onMove={({id}) => props.onMove(id)}
        onChoose={({id}) => props.onOpen(id)}
      />
    </Box>
  );
}
