import {html} from 'hono/html';
import type {OpenModel} from '../../app/predict.ts';
import type {ServedModel} from '../../app/serve/live-model.ts';
import {columnHints, exampleRow} from '../../app/serve/row-schema.ts';

/** What the form was filled in with, and what came of it. */
export type Filled = {
  readonly values: {readonly [column: string]: string};
  readonly answer: ReturnType<OpenModel['pipeline']['predictRow']> | {readonly error: string; readonly warnings: []};
};

/** A page for people: what there is, and a form to try the model with. It has no script. */
export function frontPage({title, pipeline: {artifact}}: ServedModel, filled: Filled | undefined) {
  const values = filled?.values ?? exampleRow(artifact);
  const hints = columnHints(artifact);
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
label{display:block;margin:.5rem 0}small{display:block;opacity:.7}</style>
<h1>${title} predicts <em>${artifact.target}</em></h1>
${filled ? html`<h2>The answer</h2>${answerHtml(filled.answer)}` : ''}
<h2>Try a row</h2>
<form method="get">
${artifact.signature.map(
  ({
    name,
  }) => html`<label>${name} <input name="${name}" value="${String(values[name] ?? '')}"><small>${hints[name]}</small></label>
`,
)}<button>Predict</button>
</form>
<h2>For programs</h2>
<p><code>POST /predict</code> takes a row as JSON, or a list of rows. <a href="/openapi.json">/openapi.json</a> describes it;
<a href="/model">/model</a>, <a href="/health">/health</a> and <a href="/metrics">/metrics</a> tell how it is.</p>
</html>
`;
}

function answerHtml(answer: Filled['answer']) {
  const said =
    'error' in answer
      ? html`<p>${answer.error}</p>`
      : 'value' in answer
        ? html`<p><strong>${answer.value}</strong></p>`
        : html`<p><strong>${answer.label}</strong></p><ul>${Object.entries(answer.probabilities).map(
            ([name, chance]) => html`<li>${name}: ${chance.toFixed(3)}</li>`,
          )}</ul>`;
  return html`${said}${answer.warnings.map(({message}) => html`<p>⚠ ${message}</p>`)}`;
}
