import {fillCards} from '../app/fill-cards.ts';
import {planReview} from '../app/sessions/review-plan.ts';
import {openReview, ratingChoices} from '../app/sessions/review-session.ts';
import {planWords, sourceWords} from '../app/sessions/review-words.ts';
import type {Tutor} from '../app/tutor.ts';
import {unmarked} from './block-text.ts';
import {choose, type Guide, pause} from './prompt.ts';

/** Go through today's cards. @throws {GoBack | Leave} */
export async function reviewCards(guide: Guide, tutor: Tutor): Promise<void> {
  const {course, learner, now, runs} = tutor;
  const plan = planReview(course, learner.progress(), now());
  guide.talk.say('Cards', ...planWords(plan, now()));
  const session = openReview('review', plan.cards, learner, now);
  for (let [card] = session.state().queue; card !== undefined; [card] = session.state().queue) {
    // A card can be understood without its numbers.
    const [filled = card] = await fillCards([card], course, runs).catch(() => [card]);
    guide.talk.say(`${unmarked(filled.front)}  (${sourceWords[card.kind]})`);
    await pause(guide, 'Enter shows the answer');
    session.send({type: 'reveal'});
    guide.talk.say(unmarked(filled.back));
    const choices = ratingChoices('review', card, learner, now());
    const rating = await choose(
      guide,
      choices.map(choice => ({label: `${choice.word}: comes back in ${choice.when}`, value: choice.rating})),
      'How well did you know it?',
    );
    session.rate(rating);
  }
  if (plan.cards.length > 0) guide.talk.say('That was the last card for today.');
}
