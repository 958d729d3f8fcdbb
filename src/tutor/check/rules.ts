import * as cards from './cards.ts';
import * as ids from './ids.ts';
import * as lab from './lab.ts';
import * as length from './length.ts';
import * as links from './links.ts';
import * as objectives from './objectives.ts';
import * as options from './options.ts';
import * as pool from './pool.ts';
import * as reading from './reading.ts';
import type {Rule} from './rule.ts';
import * as sections from './sections.ts';
import * as terms from './terms.ts';
import * as wording from './wording.ts';

const rule = (id: string, source: string, says: string, check: Rule['check']): Rule => ({id, source, says, check});

/** Every rule for content that needs no engine. `d` is a number of teaching-notes (d), `curriculum` an item of it. */
export const rules: readonly Rule[] = [
  rule('unique-ids', 'd23', 'No id comes twice.', ids.checkUniqueIds),
  rule('ids-name', 'd23', 'Ids name things and never count them.', ids.checkIdsWithoutOrder),
  rule('option-ids', 'd4', 'Options of one question have different ids.', ids.checkOptionIds),
  rule('term-names', 'curriculum 11', 'No two terms share a name.', ids.checkTermNames),
  rule('objective-count', 'curriculum 1', 'A lesson has two to four objectives.', objectives.checkObjectiveCount),
  rule(
    'objective-verbs',
    'curriculum 1',
    'Objectives begin with a verb that can be tested.',
    objectives.checkObjectiveVerbs,
  ),
  rule(
    'objectives-covered',
    'curriculum 1',
    'Each objective has a question, a card and a task.',
    objectives.checkObjectivesCovered,
  ),
  rule('terms-defined', 'curriculum 11', 'Every bold word is in the glossary.', terms.checkTermsDefined),
  rule(
    'terms-used',
    'curriculum 11',
    'Every glossary entry is bold in the lesson that introduces it.',
    terms.checkTermsUsed,
  ),
  rule('terms-introduced', 'd22', 'No term is used before its lesson.', terms.checkTermsIntroduced),
  rule('sections-present', 'curriculum', 'A lesson has all its sections.', sections.checkSectionsPresent),
  rule('dialogue', 'curriculum 3', 'A dialogue has three voices and asks twice.', sections.checkDialogue),
  rule('analogy-limit', 'curriculum 4', 'An analogy says where it stops.', sections.checkAnalogyLimit),
  rule('computed-numbers', 'curriculum 5', 'Examples show numbers that are computed.', sections.checkComputedNumbers),
  rule('further-reading', 'curriculum 12', 'Further reading holds a link.', sections.checkFurtherReading),
  rule('reading-ease', 'curriculum', 'The quick depth reads at grade nine or under.', reading.checkReadingEase),
  rule('screen-words', 'd28', 'At most 120 words come before the first interaction.', reading.checkScreenWords),
  rule('question-rhythm', 'd11', 'A question comes at least every three screens.', reading.checkQuestionRhythm),
  rule('reasons', 'd1', 'Every option has its own reason of six words or more.', options.checkReasons),
  rule('option-count', 'd6', 'A choice has three or four options.', options.checkOptionCount),
  rule('right-options', 'd4', 'The right number of options is right.', options.checkRightOptions),
  rule('misconceptions', 'd6', 'Every wrong option names a known misconception.', options.checkMisconceptions),
  rule('pointing-options', 'd4', 'No option points at others.', options.checkPointingOptions),
  rule('longest-keys', 'd3', 'Right answers are not the longest more often than chance.', length.checkLongestKeys),
  rule('mean-key-length', 'curriculum', 'Right answers are no longer on average.', length.checkMeanKeyLength),
  rule('long-key', 'd3', 'No right answer stands out by its length.', length.checkLongKey),
  rule('negation-stressed', 'd5', 'A negation in a question is stressed.', wording.checkNegationStressed),
  rule('negative-stems', 'd5', 'At most one question in twenty is negative.', wording.checkNegativeStems),
  rule('echoed-words', 'd7', 'No word of the question comes back in the right answer only.', wording.checkEchoedWords),
  rule('absolute-words', 'd7', 'No absolute word stands in wrong answers only.', wording.checkAbsoluteWords),
  rule('parallel-options', 'd7', 'Options are written alike.', wording.checkParallelOptions),
  rule('pool-size', 'curriculum 8', 'A pool has eight questions or more.', pool.checkPoolSize),
  rule('levels', 'd8', 'Six in ten questions ask for more than recall.', pool.checkLevels),
  rule('types', 'd9', 'A pool has four types of question or more.', pool.checkTypes),
  rule('typed-question', 'd9', 'A pool has a typed or ordered question.', pool.checkTypedQuestion),
  rule('prequestions', 'd12', 'Two or three questions come before a lesson.', pool.checkPrequestions),
  rule('question-shape', 'd20', 'Questions hold together.', pool.checkQuestionShape),
  rule('card-count', 'curriculum 10', 'A lesson has six to twelve cards.', cards.checkCardCount),
  rule('card-size', 'd16', 'Cards and meanings are short.', cards.checkCardSize),
  rule('card-lists', 'd16', 'No card is a list of more than three things.', cards.checkCardLists),
  rule('task-count', 'curriculum 6', 'A lab has three to six tasks.', lab.checkTaskCount),
  rule('break-it', 'curriculum 7', 'A lab makes one mistake on purpose.', lab.checkBreakIt),
  rule('hint-count', 'd17', 'A task has three hints.', lab.checkHintCount),
  rule('hints-hide-answer', 'd17', 'Only the last hint gives the answer.', lab.checkHintsHideAnswer),
  rule('solution-in-panel', 'd21', 'A solution uses settings of the panel.', lab.checkSolutionInPanel),
  rule('objective-links', 'd23', 'Named objectives exist.', links.checkObjectiveLinks),
  rule('prequestion-links', 'd12', 'Pre-questions are in the pool.', links.checkPrequestionLinks),
  rule('glossary-links', 'curriculum 11', 'Terms and lessons named in the glossary exist.', links.checkGlossaryLinks),
  rule('text-links', 'curriculum', 'Links between lessons and terms lead somewhere.', links.checkTextLinks),
  rule('run-links', 'd21', 'Every run that a figure names is defined.', links.checkRunLinks),
];
