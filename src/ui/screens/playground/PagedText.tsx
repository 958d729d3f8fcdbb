import type {Remark} from '../../../app/lab/words.ts';
import type {Line} from '../../components/rich-text.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {ScrolledText} from '../text/ScrolledText.tsx';
import {useTextScroll} from '../text/use-text-scroll.ts';
import {useRemarkLines} from './ViewText.tsx';

/** A few paragraphs and lines under a list that has the arrow keys: they scroll by the page. */
export function PagedText(props: {
  readonly area: Area;
  readonly remarks: readonly Remark[];
  readonly lines?: readonly Line[];
  readonly id: string;
}) {
  const {area, remarks, lines = [], id} = props;
  const all = useRemarkLines(area.width - 2, remarks, lines);
  const scroll = useTextScroll(id, all.length, area.height, null);
  useCommands(
    {
      'page-up': {run: () => scroll.page(-1), label: 'scroll'},
      'page-down': {run: () => scroll.page(1), label: 'scroll'},
    },
    {isActive: scroll.isLong},
  );
  return <ScrolledText lines={all} width={area.width} height={area.height} scroll={scroll} />;
}
