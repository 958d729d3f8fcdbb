import type {Remark} from '../../../app/lab/words.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useNavigator} from '../../navigation/contexts.ts';
import {ViewText} from '../playground/ViewText.tsx';

/** What will stand here one day, and the way to the place where it is made. */
export function NothingYet({area, remarks}: {readonly area: Area; readonly remarks: readonly Remark[]}) {
  const navigator = useNavigator();
  useCommands({
    choose: {
      run: () => navigator.open({screen: 'playground'}),
      label: 'playground',
      help: 'Open the playground, where runs are made.',
    },
  });
  return <ViewText area={area} remarks={remarks} id="empty" />;
}
