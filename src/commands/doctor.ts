import type {Finding} from '../app/doctor/machine-facts.ts';
import type {Command, CommandContext} from './command.ts';

/** Look at the machine and at everything that is kept, and say what to do where something is not as it should be. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check this machine, the terminal and everything that is kept, and say what to do',
  options: [],
  async run(_input, context) {
    const findings = await examine(context);
    const bad = findings.filter(({state}) => state === 'bad').length;
    if (context.json) context.print(JSON.stringify({ok: bad === 0, findings}));
    else await tell(findings, bad, context);
    return bad === 0 ? 0 : 4;
  },
};

async function examine(context: CommandContext): Promise<readonly Finding[]> {
  const [{examineMachine}, {examineKept, missingAssets}] = await Promise.all([
    import('../app/doctor/examine-machine.ts'),
    import('../app/doctor/examine-kept.ts'),
  ]);
  const machine = examineMachine(await context.machine());
  // Without the bundled files there is nothing that could look through the rest.
  const ports = await context.ports().catch((error: unknown) => missingAssets(error));
  return [...machine, ...('check' in ports ? [ports] : await examineKept(ports))];
}

async function tell(findings: readonly Finding[], bad: number, {print, width}: CommandContext): Promise<void> {
  const {formatColumns} = await import('./text-table.ts');
  const rows = findings.map(({check, state, message, hint}) => [
    check,
    state === 'bad' ? 'BAD' : state,
    hint === null ? message : `${message} → ${hint}`,
  ]);
  print(formatColumns(['check', 'state', 'what was found'], rows, width));
  print(bad === 0 ? '\nEverything that is needed is there.' : `\n${bad} of ${findings.length} checks failed.`);
}
