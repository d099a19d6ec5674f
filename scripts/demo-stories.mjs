/**
 * What is said and shown in the two demo recordings. All people are invented. Times are seconds from the start of the
 * recording; a line lasts until the next one begins, less a breath.
 */
export const SECONDS = 90;

/** A video visit: a nurse line sorts out an ankle. */
const visit = {
  name: 'visit',
  title: 'Video visit',
  people: [
    { name: 'Ada Moreau', initials: 'AM', color: '0x3b6ea5', userId: 16778240 },
    { name: 'Sam Okoye', initials: 'SO', color: '0x8a5a9e', userId: 16779264 },
    { name: 'Noor Haddad', initials: 'NH', color: '0x2f7f6d', userId: 16780288 },
    { name: 'Jonas Lind', initials: 'JL', color: '0xa3623a', userId: 16781312 },
  ],
  slides: [
    ['Visit summary', 'Reason: ankle sprain, day 3', 'Pain 3 of 10, was 6 of 10', 'No numbness, no fever'],
    [
      'Care plan',
      'Compression during the day',
      'Walk 10 minutes, twice a day',
      'Ice after walking, 15 minutes',
    ],
    [
      'Next steps',
      'Photo on Thursday morning',
      'Physiotherapy from next week',
      'Call us if swelling returns',
    ],
  ],
  lines: [
    [1.2, 0, 'Good afternoon, can you hear me?'],
    [5.0, 1, 'Yes, loud and clear.'],
    [8.4, 0, 'Lovely. I have Noor and Jonas with me today.'],
    [13.1, 2, 'Hello Sam. How is the ankle since Monday?'],
    [17.6, 1, 'Better. The swelling went down, but stairs still hurt.'],
    [23.9, 2, 'On a scale from zero to ten?'],
    [27.2, 1, 'Three, perhaps. It was six on Monday.'],
    [32.0, 0, 'That is good news. I am sharing your care plan now.'],
    [38.5, 3, 'I am the physiotherapist. Are you still icing it?'],
    [44.3, 1, 'Twice a day, fifteen minutes.'],
    [48.6, 3, 'Once is enough now. Start walking ten minutes, twice a day.'],
    [55.7, 1, 'With the compression sleeve?'],
    [59.3, 3, 'Yes, during the day. Take it off at night.'],
    [64.8, 0, 'Please send us a photo on Thursday morning.'],
    [70.2, 1, 'Will do. Is there anything I should look out for?'],
    [75.4, 2, 'Numb toes, fever, or swelling that comes back. Then call us.'],
    [82.1, 1, 'Thank you, all of you.'],
    [85.6, 0, 'Take care, Sam. Goodbye!'],
  ],
  chat: [
    [10, 0, 'Welcome! The care plan will be on screen in a moment.'],
    [34, 2, 'Here is the leaflet we talked about:\r\nhttps://example.org/leaflets/ankle'],
    [61, 1, 'Sleeve off at night, got it'],
    [78, 3, 'Physiotherapy: Tuesday 10:30 or Wednesday 16:00?'],
    [84, 1, 'Tuesday please 👍'],
  ],
};

/** A lesson: quadratic equations with two students. */
const lesson = {
  name: 'lesson',
  title: 'Algebra II',
  people: [
    { name: 'Mina Park', initials: 'MP', color: '0x7a4b8f', userId: 16782336 },
    { name: 'Leo Brandt', initials: 'LB', color: '0x2d7a8c', userId: 16783360 },
    { name: 'Ines Duarte', initials: 'ID', color: '0x9a6b2f', userId: 16784384 },
    { name: 'Tomas Vale', initials: 'TV', color: '0x4c6f3d', userId: 16785408 },
  ],
  slides: [
    ['Completing the square', 'x² + 6x + 5 = 0', 'Half of 6 is 3', '3² is 9'],
    ['Step by step', 'x² + 6x + 9 = 4', '(x + 3)² = 4', 'x + 3 = 2  or  x + 3 = -2'],
    ['Your turn', 'x² - 4x - 12 = 0', 'Half of -4 is ?', 'Write both answers in the chat'],
  ],
  lines: [
    [1.0, 0, 'Welcome back. Today we complete the square.'],
    [5.8, 1, 'That is the one with the half, right?'],
    [9.2, 0, 'Exactly. Look at x squared plus six x plus five.'],
    [15.0, 2, 'Half of six is three, and three squared is nine.'],
    [20.3, 0, 'Well done, Ines. So what do we add on both sides?'],
    [25.4, 3, 'Four? Because five plus four is nine.'],
    [30.1, 0, 'Perfect. Here is every step on one page.'],
    [36.2, 1, 'Why are there two answers?'],
    [39.8, 2, 'Because minus two squared is also four.'],
    [44.7, 0, 'Right. So x is minus one, or minus five.'],
    [50.9, 3, 'Can we check that with the formula?'],
    [54.6, 0, 'Always a good idea. Try it at home and tell me on Friday.'],
    [61.0, 0, 'Now your turn. Take one minute for this one.'],
    [68.3, 1, 'Half of minus four is minus two.'],
    [73.0, 2, 'Then it is x minus two, squared, equals sixteen.'],
    [79.4, 3, 'So six and minus two!'],
    [83.2, 0, 'Beautiful. See you on Friday.'],
  ],
  chat: [
    [12, 0, 'Worksheet 7, page 2'],
    [42, 1, 'ohh, two roots'],
    [58, 3, 'I will check it with the formula'],
    [80, 2, 'x = 6\r\nx = -2'],
    [86, 0, 'Homework: worksheet 7, numbers 3 to 8'],
  ],
};

/** Both stories, in the order in which they are made. */
export const STORIES = [visit, lesson];
