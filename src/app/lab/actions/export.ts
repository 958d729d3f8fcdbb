import {exportPipeline} from '../../export-pipeline.ts';
import {readOwn} from '../action-settings.ts';
import {type Performer, runAnd} from './performer.ts';

/** A pipeline written in another form. */
export type WrittenPipeline = {
  readonly to: string;
  /** null for a form that is no text. */
  readonly text: string | null;
  readonly lines: number | null;
  readonly bytes: number;
  /** The files that belong beside it. */
  readonly beside: readonly string[];
};

/** Run a pipeline and write it in another form, to be read beside it. */
export const exportAs: Performer = runAnd(async (_, {request, ports, watch}) => {
  const {to} = readOwn('export', request.own);
  const {spec, folder} = request;
  const {content, beside} = await exportPipeline({spec, folder, to, path: null}, ports, watch);
  const text = typeof content === 'string' ? content : null;
  const written: WrittenPipeline = {
    to,
    text,
    lines: text === null ? null : text.trimEnd().split('\n').length,
    bytes: text === null ? content.length : new TextEncoder().encode(text).length,
    beside: beside.map(({name}) => name),
  };
  return {export: written};
});
