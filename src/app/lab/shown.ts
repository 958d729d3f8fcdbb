import type {ChartSize} from '../../charts/index.ts';
import {type BlockFigure, runsOfBlock} from '../../tutor/figures/block.ts';
import type {Results} from '../../tutor/figures/result.ts';
import {type Drawing, drawBlockFigure, type FigureMaterial} from '../lesson-figures.ts';

type Material = Omit<FigureMaterial, 'runs'>;

/**
 * The pictures a lab shows of its runs. One whose runs have been made and that has nothing to draw of them is left out; where
 * that would leave none, the first stays with its sentence.
 */
export function shownPictures(
  show: readonly BlockFigure[],
  materials: readonly (Material | undefined)[],
  runs: Results,
): ReadonlyArray<(size: ChartSize) => Drawing> {
  const pictures = show.map((figure, place) => ({
    isEmpty: isEmpty(figure, {...materials[place], runs}),
    draw: (size: ChartSize) => drawBlockFigure(figure, {...materials[place], runs}, size),
  }));
  const drawn = pictures.filter(picture => !picture.isEmpty);
  return (drawn.length > 0 ? drawn : pictures.slice(0, 1)).map(({draw}) => draw);
}

// Whether there is something to draw does not depend on the size.
const anySize = {width: 60, height: 12, glyphs: 'ascii'} as const;

function isEmpty(figure: BlockFigure, material: FigureMaterial): boolean {
  const names = runsOfBlock(figure);
  // What is asked of a run again may still be on its way.
  if (names.length === 0 || figure.kind === 'regions') return false;
  const areMade = names.every(name => material.runs[name] !== undefined);
  return areMade && drawBlockFigure(figure, material, anySize).kind === 'words';
}
