import {Box} from 'ink';
import {splitSettings} from '../../../app/lab/action-settings.ts';
import type {LabSession} from '../../../app/lab/open-lab.ts';
import type {PanelSetting} from '../../../app/lab/panel.ts';
import {changeRemarks, hintRemarks, solutionRemarks} from '../../../app/lab/remarks.ts';
import type {Remark} from '../../../app/lab/words.ts';
import type {LabState} from '../../../app/sessions/lab-session.ts';
import {Viewport} from '../../components/Viewport.tsx';
import type {Bindings} from '../../keys/key-layers.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {Overlay} from '../../layout/Overlay.tsx';
import {useHasShortFooter} from '../../layout/short-footer.ts';
import {useTextWidth} from '../../layout/text-width.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {useIsPlain} from '../text/use-text-style.ts';
import {RecipeOverlay} from './RecipeOverlay.tsx';
import {remarkLines} from './remark-lines.ts';
import {SettingEditor} from './SettingEditor.tsx';

/** What may be open over a lab. */
export type LabOverlayKind = 'hints' | 'solution' | 'changes' | 'recipe' | PanelSetting;

/** Whatever is open over a lab: hints, the worked solution, what changed, the recipe, one setting. */
export function LabOverlay(props: {
  readonly kind: LabOverlayKind;
  readonly area: Area;
  readonly lab: LabSession;
  readonly state: LabState;
  readonly onClose: () => void;
}) {
  const {kind, area, lab, state, onClose} = props;
  if (typeof kind === 'object') {
    const set = (value: Parameters<typeof lab.send>[0] & {readonly type: 'set'}) => {
      lab.send(value);
      onClose();
    };
    return (
      <SettingEditor
        setting={kind}
        area={area}
        onDone={value => set({type: 'set', path: kind.path, value})}
        onClose={onClose}
      />
    );
  }
  if (kind === 'recipe') {
    // A recipe is of a pipeline; what the task's action needs besides stays as it is.
    const {pipeline, own} = splitSettings(state.settings);
    const use = (settings: LabState['settings']) => {
      lab.send({type: 'settings', settings: {...settings, ...own}});
      onClose();
    };
    return <RecipeOverlay area={area} settings={pipeline} onUse={use} onClose={onClose} />;
  }
  return <TextOverlay {...contents[kind](lab, state, onClose)} area={area} onClose={onClose} />;
}

type Contents = {
  readonly title: string;
  readonly remarks: readonly Remark[];
  readonly bindings: Bindings;
  /** Whether the last remark is the one to read. */
  readonly isNewestLast?: boolean;
};

const contents: {
  readonly [kind in 'hints' | 'solution' | 'changes']: (
    lab: LabSession,
    state: LabState,
    close: () => void,
  ) => Contents;
} = {
  hints: (lab, state) => {
    const all = state.task?.hints.length ?? 0;
    const more = {run: () => lab.send({type: 'hint'}), label: `hint ${state.hints + 1} of ${all}`};
    const bindings = {hint: state.hints < all ? more : undefined};
    return {title: 'Hints', remarks: hintRemarks(state), bindings, isNewestLast: true};
  },
  solution: (lab, state, close) => ({
    title: 'Worked solution',
    // The title of the box says already what it is.
    remarks: solutionRemarks(state).map(({kind, text}) => ({kind, text})),
    bindings: {
      choose: {
        run: () => {
          lab.send({type: 'use-solution'});
          close();
        },
        label: 'put it in',
      },
      reveal: {run: close, isQuiet: true},
    },
  }),
  changes: (_, state, close) => ({
    title: 'What changed',
    remarks: changeRemarks(state),
    bindings: {compare: {run: close, isQuiet: true}},
  }),
};

/** A few paragraphs over the screen. */
export function TextOverlay(props: {
  readonly title: string;
  readonly remarks: readonly Remark[];
  readonly bindings?: Bindings;
  readonly isNewestLast?: boolean;
  readonly area: Area;
  readonly onClose: () => void;
}) {
  const {area, onClose} = props;
  const glyphs = useGlyphs();
  const isPlain = useIsPlain();
  const isShort = useHasShortFooter();
  const width = useTextWidth(area.width - 4, 72);
  const {remarks, isNewestLast = false} = props;
  const linesOf = (some: readonly Remark[]) => remarkLines(some, width - 2, {glyphs, isPlain});
  const lines = linesOf(remarks);
  const start = isNewestLast ? linesOf(remarks.slice(0, -1)).length : 0;
  return (
    <Overlay area={area} title={props.title} wish={{width, height: lines.length}}>
      {inside => (
        <Box width={inside.width} height={inside.height}>
          <Keys bindings={props.bindings ?? {}} onClose={onClose} />
          <Viewport
            lines={lines}
            width={inside.width}
            height={inside.height}
            id={`${remarks.length}`}
            start={start}
            // The next hint is named before the way to the end of this one.
            isQuiet={isNewestLast && isShort}
          />
        </Box>
      )}
    </Overlay>
  );
}

// Its own component, because keys belong to the part of the screen they are asked for in.
function Keys({bindings, onClose}: {readonly bindings: Bindings; readonly onClose: () => void}) {
  const close = {run: onClose, label: 'close'};
  useCommands({choose: {...close, isQuiet: true}, back: close, quit: {...close, isQuiet: true}, ...bindings});
  return null;
}
