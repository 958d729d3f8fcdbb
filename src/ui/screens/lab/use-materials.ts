import {useEffect, useState} from 'react';
import {type FigureMaterial, gatherMaterial} from '../../../app/lesson-figures.ts';
import type {LabState} from '../../../app/sessions/lab-session.ts';
import type {Results} from '../../../tutor/figures/result.ts';
import {useTutor} from '../../navigation/contexts.ts';

/** What pictures need besides runs, such as the rows of a data set; empty until the engine has read it. */
export type Materials = ReadonlyArray<Omit<FigureMaterial, 'runs'>>;

/** Have the engine fetch what pictures show: data once, and what is asked of a run again for every run. */
export function useMaterials({lab, runs, first, bench}: LabState): Materials {
  const {engine} = useTutor();
  const figures = lab.show;
  const [materials, setMaterials] = useState<Materials>([]);
  const latest = runs.at(-1)?.json ?? first;
  const run = figures.some(({kind}) => kind === 'regions') ? latest : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only pictures of a run need the newest one
  useEffect(() => {
    let isWanted = true;
    const known: Results = {result: latest ?? undefined, before: first ?? undefined};
    const sources = {run: async (name: string) => known[name], engine, folder: '.', bench, urgency: 'ahead'} as const;
    // A picture whose data cannot be read says so in its place.
    Promise.all(figures.map(figure => gatherMaterial(figure, sources).catch(() => ({})))).then(found => {
      if (isWanted) setMaterials(found.map(({runs: _, ...rest}: Partial<FigureMaterial>) => rest));
    });
    return () => {
      isWanted = false;
    };
  }, [figures, engine, run]);
  return materials;
}
