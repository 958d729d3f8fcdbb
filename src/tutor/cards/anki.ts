import type {Card} from './deck.ts';

/**
 * Write cards as a text file that Anki imports: tab-separated, with a stable id so that a second import updates.
 *
 * @param cards - with their figures filled in.
 * @see https://docs.ankiweb.net/importing/text-files.html#file-headers
 */
export function formatAnki(cards: readonly Card[]): string {
  const head = ['#separator:tab', '#html:true', '#guid column:1', '#columns:guid\tfront\tback\ttags', '#tags column:4'];
  const rows = cards.map(card =>
    [`mlpt/${card.key}`, escapeField(card.front), escapeField(card.back), `${card.stage} ${card.kind}`].join('\t'),
  );
  return `${[...head, ...rows].join('\n')}\n`;
}

function escapeField(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', ' ')
    .replace(/\r?\n/gu, '<br>');
}
