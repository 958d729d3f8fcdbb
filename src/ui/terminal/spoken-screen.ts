import {wrapWords} from '../../charts/text.ts';
import {selectedWord} from '../theme/glyphs.ts';
import {terminalSize} from './capabilities.ts';
import {FrameTaker} from './frame-taker.ts';
import type {AppScreen} from './screen.ts';
import {
  hasSamePlaces,
  newsOf,
  readFrame,
  type SpokenField,
  type SpokenFrame,
  type SpokenLine,
  whereNow,
} from './spoken-news.ts';

/** A frame is said when no other has come for so long, so that what is put right at once is said once. */
const quietMs = 40;
/** The longest that news waits for frames to end. */
const patienceMs = 250;
/** Whoever types hears what comes of it when they pause. */
const typingMs = 500;
const widest = 100;

/**
 * The terminal as Ink sees it in its screen-reader mode: takes whole frames of linear text and adds what is new in them under what
 * was said before. Nothing is ever erased or moved, so that a screen reader says each line once; no code but the Backspace of a
 * field is sent.
 */
export class SpokenScreen extends FrameTaker implements AppScreen {
  readonly isSpoken = true;
  /** So wide that a paragraph is one line, and so high that nothing is scrolled away: lines are broken when they are said. */
  readonly columns = 1000;
  readonly rows = 300;
  #said: SpokenFrame | null = null;
  /** The last frame of each place of the screen that is open. */
  #earlier: readonly SpokenFrame[] = [];
  #timer: NodeJS.Timeout | undefined;
  #waitsSince = 0;
  #isEntered = false;
  /** Where one is was the last thing that was said. */
  #isReminded = false;
  /** The field at whose end the cursor stands, as far as it was said. */
  #field: SpokenField | null = null;

  /** Whether a frame waits to be said. */
  get isPending(): boolean {
    return this.#timer !== undefined;
  }

  /** Begin to speak; after a pause, with where one is. */
  enter(): void {
    if (this.#isEntered) return;
    this.#isEntered = true;
    this.repaint();
  }

  /** Stop speaking, at the beginning of a line. */
  leave(): void {
    if (!this.#isEntered) return;
    this.#isEntered = false;
    this.#isReminded = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#endField();
  }

  /** Say where one is, because something else may have spoken meanwhile. */
  repaint(): void {
    // After a pause both the shell's signal and the end of the pause ask for it.
    if (!this.#isEntered || this.#said === null || this.#isReminded) return;
    this.#isReminded = true;
    this.#endField();
    this.#tell(whereNow(this.#said));
    if (this.#said.field) this.#prompt(this.#said.field);
  }

  /** What is typed into a field is echoed at once, everything else is said after the last of several frames. */
  protected take(): void {
    if (this.#isEntered) this.#wait(this.#echo());
  }

  #wait(isTyping: boolean): void {
    if (this.#timer === undefined || isTyping) this.#waitsSince = Date.now();
    const patience = this.#waitsSince + patienceMs - Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(), isTyping ? typingMs : Math.max(0, Math.min(quietMs, patience)));
  }

  #say(): void {
    this.#timer = undefined;
    this.#isReminded = false;
    const now = readFrame(this.frame);
    const news = newsOf(this.#said, now, this.#earlier);
    const [place] = now.lines;
    // What was said elsewhere is forgotten: whoever comes back to a screen hears it again.
    const isSameScreen = (frame: SpokenFrame) => frame.lines[0]?.text === place?.text && !hasSamePlaces(frame, now);
    this.#earlier = [...this.#earlier.filter(isSameScreen), now];
    this.#said = now;
    this.sent.frames++;
    const hadField = this.#field !== null;
    if (news.length > 0 || now.field === null) this.#endField();
    this.#tell(news, !hadField);
    if (now.field && this.#field === null) this.#prompt(now.field);
  }

  #tell(lines: readonly SpokenLine[], canGap = true): void {
    if (lines.length === 0) return;
    const width = Math.min(widest, terminalSize(this.output).columns);
    const said = lines.flatMap(({text, isSelected}) => wrapWords(isSelected ? `${selectedWord} ${text}` : text, width));
    const gap = canGap && lines[0]!.isPlace && this.sent.bytes > 0 ? '\n' : '';
    this.send(`${gap}${said.join('\n')}\n`);
  }

  /** Show what was typed as a terminal echoes it: screen readers say each character. */
  #echo(): boolean {
    if (this.#field === null) return false;
    const {field} = readFrame(this.frame);
    const before = this.#field;
    if (field === null || field.label !== before.label || field.text === before.text) return false;
    if (field.text.startsWith(before.text)) this.send(field.text.slice(before.text.length));
    else if (before.text.startsWith(field.text)) this.send('\b \b'.repeat(before.text.length - field.text.length));
    else {
      this.#endField();
      this.#prompt(field);
    }
    this.#field = field;
    return true;
  }

  #prompt(field: SpokenField): void {
    const hint = field.text === '' && field.placeholder !== '' ? ` (${field.placeholder})` : '';
    this.send(`${`${field.label}${hint}`.trim()} ${field.text}`);
    this.#field = field;
  }

  #endField(): void {
    if (this.#field) this.send('\n');
    this.#field = null;
  }
}
