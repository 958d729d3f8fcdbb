import type {LabSession} from '../app/lab/open-lab.ts';
import {describePanel, type PanelSetting, readEntry} from '../app/lab/panel.ts';
import type {Json} from '../tutor/figures/result.ts';
import {choose, type Guide, promptLine} from './prompt.ts';

/** Change one setting of a lab's panel. @throws {GoBack | Leave} */
export async function editSetting(guide: Guide, lab: LabSession): Promise<void> {
  const {lab: content, settings} = lab.state();
  const panel = describePanel(content.panel, settings);
  const choices = panel.map(setting => ({label: `${setting.path}: ${setting.text}`, value: setting}));
  const setting = panel.length === 1 ? panel[0]! : await choose(guide, choices, 'Which setting?');
  const sklearn = setting.sklearn === null ? '' : ` In scikit-learn: ${setting.sklearn}.`;
  guide.talk.say(`${setting.path} is ${setting.text}. ${setting.help}${sklearn}`);
  const value = await askValue(guide, setting);
  lab.send({type: 'set', path: setting.path, value});
  const now = describePanel([setting.path], lab.state().settings)[0];
  guide.talk.say(`${setting.path} is now: ${now?.text ?? 'set'}`);
}

async function askValue(guide: Guide, setting: PanelSetting): Promise<Json> {
  const {kind, text, allowed, name} = setting;
  if (kind.type === 'choice' || kind.type === 'boolean') {
    const values: readonly Json[] = kind.type === 'choice' ? kind.choices : [true, false];
    return choose(
      guide,
      values.map(value => ({label: `${value}${String(value) === text ? ' (as it is)' : ''}`, value})),
      `A value for ${name}`,
    );
  }
  for (;;) {
    const line = await promptLine(guide, `A value for ${name} (${allowed}):`);
    const reading = await readEntry(setting, line === '' ? text : line);
    if ('value' in reading) return reading.value as Json;
    guide.talk.say(`${reading.problem} ${reading.hint}`);
  }
}
