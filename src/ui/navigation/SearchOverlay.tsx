import {Box} from 'ink';
import {useMemo, useState} from 'react';
import {courseSearch, type Found} from '../../app/search-course.ts';
import {Field} from '../components/Field.tsx';
import {List} from '../components/List.tsx';
import {StyledLine} from '../components/StyledLines.tsx';
import type {Area} from '../layout/area.ts';
import {Overlay} from '../layout/Overlay.tsx';
import {useTutor} from './contexts.ts';

/** Search the lessons and the glossary: what is typed narrows the list, `Enter` opens what is selected. */
export function SearchOverlay(props: {
  readonly area: Area;
  readonly onOpen: (found: Found) => void;
  readonly onClose: () => void;
}) {
  const {area} = props;
  const wish = {width: Math.min(area.width - 4, 76), height: Math.min(area.height - 3, 20)};
  return (
    <Overlay area={area} title="Search the lessons and the glossary" wish={wish}>
      {inside => <SearchBox {...props} area={inside} />}
    </Overlay>
  );
}

function SearchBox({area, onOpen, onClose}: Parameters<typeof SearchOverlay>[0]) {
  const {course} = useTutor();
  const search = useMemo(() => courseSearch(course), [course]);
  const [text, setText] = useState('');
  const found = useMemo(() => search(text), [search, text]);
  const items = found.map((entry, index) => ({id: String(index), label: entry.title, note: entry.note}));
  const empty = text.trim() === '' ? 'Type what you look for.' : 'Nothing has all these words.';
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <List
        key={text}
        items={items}
        width={area.width}
        height={Math.max(1, area.height - 2)}
        whenEmpty={empty}
        chooseLabel="open"
        onChoose={({id}) => onOpen(found[Number(id)]!)}
      />
      <StyledLine line={[]} width={area.width} />
      <Field width={area.width} label="Search:" onChange={setText} onCancel={onClose} />
    </Box>
  );
}
