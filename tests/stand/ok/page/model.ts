import { COMMENTS } from '../../vk/comments';
import { timeNow } from '../../vk/page/dom';
import { live, Thread } from '../../vk/page/model';
import { COMMUNITY, OPERATOR, type Person } from '../../vk/people';
import { MAIN_TOPIC, type StandTopic, TOPICS } from '../group';
import type { Options } from './options';

/** The thread of a topic; only the main one has comments when the page opens. */
function threadOf(topic: number, { many }: Options): Thread {
  const written = COMMENTS.map(live);
  const tops = written.filter((comment) => comment.branch === null);
  if (many > 0)
    return new Thread(
      topic,
      Array.from({ length: many }, (_, index) => {
        const pattern = tops[index % tops.length];
        if (!pattern) throw new Error('the practice thread is empty');
        return {
          ...pattern,
          n: 1_001 + index,
          text: `${pattern.text} (${index + 1})`,
          image: false,
        };
      }),
    );
  return new Thread(topic, topic === MAIN_TOPIC ? written : []);
}

/** Everything the page holds until it is loaded anew. */
export class Model {
  readonly topics: StandTopic[] = [...TOPICS];
  readonly #threads = new Map<number, Thread>();
  /** True: comments are written in the name of the group. */
  asGroup = true;

  constructor(readonly options: Options) {}

  thread(topic: number): Thread {
    const known = this.#threads.get(topic) ?? threadOf(topic, this.options);
    this.#threads.set(topic, known);
    return known;
  }

  speaker(): Person {
    return this.asGroup ? COMMUNITY : OPERATOR;
  }

  publish(text: string): StandTopic {
    const topic = { n: Math.max(...this.topics.map(({ n }) => n)) + 1, text, time: timeNow() };
    this.topics.unshift(topic);
    return topic;
  }
}
