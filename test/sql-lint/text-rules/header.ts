import type { TextRule } from '../text-rule.ts';

/** In this order. A tie says `weight`, an indicator may say `range`: the line between what it counts and where it is from. */
const header =
  /^-- title: +\S.*\n-- question: +\S.*\?\n-- unit: +\S.*\n(?:-- (?:weight|range): +\S.*\n)?-- source: +\S.*\n/;

const example = (lines: string) => `${lines}\nselect 1`;

export const headerIsWhole: TextRule = {
  id: 'header-is-whole',
  why: 'A tie or an indicator begins with the lines title, question (with its question mark), unit, weight or range, source: kith explain and the docs show them.',
  kinds: ['select'],
  refuses: [
    'select 1',
    example('-- title:    Reply\n-- question: Who answered whom?\n-- unit:     replies'),
    example('-- title:    Reply\n-- question: Who answered whom\n-- unit:     replies\n-- source:   Freeman (1979)'),
    example('-- question: Who answered whom?\n-- title:    Reply\n-- unit:     replies\n-- source:   Freeman (1979)'),
  ],
  accepts: [
    example(
      '-- title:    Reply\n-- question: Who answered?\n-- unit:     replies\n-- weight:   1.0\n-- source:   Freeman (1979)',
    ),
    example('-- title:    Active days\n-- question: On how many days?\n-- unit:     days\n-- source:   Jo (2015)'),
  ],

  *check({ text }) {
    if (!header.test(text)) yield 'the header is missing, not whole or in another order';
  },
};
