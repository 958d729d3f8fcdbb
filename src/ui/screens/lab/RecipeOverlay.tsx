import {Box} from 'ink';
import {useMemo} from 'react';
import {readRecipe, writeRecipe} from '../../../app/lab/recipe.ts';
import {KnownError} from '../../../errors.ts';
import type {BlockSettings} from '../../../tutor/lab/settings.ts';
import {Field} from '../../components/Field.tsx';
import type {Line} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {Overlay} from '../../layout/Overlay.tsx';
import {useTextWidth} from '../../layout/text-width.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';

/** The recipe of the pipeline as it stands, and a line to paste another one into. */
export function RecipeOverlay(props: {
  readonly area: Area;
  readonly settings: BlockSettings;
  readonly onUse: (settings: BlockSettings) => void;
  readonly onClose: () => void;
}) {
  const glyphs = useGlyphs();
  const width = useTextWidth(props.area.width - 4, 72);
  const recipe = useMemo(() => writeRecipe(props.settings), [props.settings]);
  const [problem, say] = useKeyReducer(
    (_: string, text: string) => text,
    () => '',
  );
  const use = (text: string) => {
    try {
      props.onUse(readRecipe(text));
    } catch (error) {
      say(error instanceof KnownError ? `${error.message} ${error.hint}` : String(error));
    }
  };
  const wrap = (line: Line) => wrapSpans(line, width, {glyphs: glyphs.set});
  const above = [
    ...wrap([{text: 'Whoever types this string gets this pipeline: the same data, settings and seed.'}]),
    ...wrap([{text: recipe, tone: 'code'}]),
    [],
  ];
  const below = wrap([{text: problem, tone: 'bad'}]);
  return (
    <Overlay area={props.area} title="Recipe" wish={{width, height: above.length + 1 + Math.max(3, below.length)}}>
      {inside => {
        const head = above.slice(Math.max(0, above.length - inside.height + 3));
        return (
          <Box flexDirection="column" width={inside.width} height={inside.height}>
            <StyledLines lines={head} width={inside.width} />
            <Field
              width={inside.width}
              label="Another:"
              placeholder="paste a recipe here"
              submitLabel="use it"
              onChange={() => say('')}
              onSubmit={use}
              onCancel={props.onClose}
            />
            <StyledLines lines={below} width={inside.width} height={Math.max(0, inside.height - head.length - 1)} />
          </Box>
        );
      }}
    </Overlay>
  );
}
