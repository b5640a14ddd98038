export const categories = [
  'salon',
  'physio',
  'tutoring',
  'driving_school',
  'dog_grooming',
  'bicycle_repair',
] as const;

export type Category = (typeof categories)[number];

interface Trade {
  /** Share of merchants, in percent. */
  share: number;
  /** Word for a staff member. */
  role: string;
  /** Opening hours from Sunday to Saturday in local time; none when closed. */
  hours: readonly (readonly [open: number, close: number] | null)[];
  /** Name, minutes, price in euros in a town of middling prices, how often it is booked. */
  services: readonly (readonly [string, number, number, number])[];
}

const week = (
  weekdays: readonly [number, number] | null,
  {
    monday = weekdays,
    saturday,
  }: Partial<Record<'monday' | 'saturday', readonly [number, number] | null>>,
): Trade['hours'] => [null, monday, weekdays, weekdays, weekdays, weekdays, saturday ?? null];

export const trades: Readonly<Record<Category, Trade>> = {
  salon: {
    share: 30,
    role: 'stylist',
    hours: week([9, 19], { monday: null, saturday: [9, 18] }),
    services: [
      ['Cut and blow-dry', 60, 46, 9],
      ['Dry cut', 30, 28, 7],
      ['Beard trim', 30, 18, 4],
      ['Colour, full head', 120, 98, 3],
      ['Highlights', 120, 115, 2],
      ['Children’s cut', 30, 19, 3],
      ['Updo', 60, 62, 1],
      ['Treatment', 45, 38, 2],
      ['Manicure', 45, 32, 3],
    ],
  },
  physio: {
    share: 20,
    role: 'physiotherapist',
    hours: week([8, 19], { saturday: [8, 13] }),
    services: [
      ['Physiotherapy session', 45, 54, 9],
      ['First assessment', 60, 68, 4],
      ['Short follow-up', 30, 38, 5],
      ['Sports massage', 60, 64, 3],
      ['Post-surgery rehabilitation', 60, 66, 2],
      ['Pelvic health session', 60, 72, 1],
      ['Back class, small group', 60, 22, 2],
      ['Home visit', 90, 96, 1],
    ],
  },
  tutoring: {
    share: 14,
    role: 'tutor',
    hours: week([13, 21], { saturday: [9, 16] }),
    services: [
      ['Mathematics, one to one', 60, 38, 9],
      ['English conversation', 60, 34, 6],
      ['Exam preparation', 90, 58, 5],
      ['Physics, one to one', 60, 40, 3],
      ['Homework hour, small group', 60, 16, 4],
      ['Writing workshop', 90, 44, 1],
      ['Trial lesson', 30, 12, 3],
      ['Music theory', 45, 32, 1],
    ],
  },
  driving_school: {
    share: 12,
    role: 'instructor',
    hours: week([8, 20], { saturday: [8, 16] }),
    services: [
      ['Driving lesson', 45, 56, 9],
      ['Double lesson', 90, 108, 6],
      ['Motorway drive', 120, 138, 2],
      ['Night drive', 90, 112, 1],
      ['Theory class', 90, 30, 4],
      ['Test preparation', 60, 74, 3],
      ['Refresher lesson', 60, 70, 1],
    ],
  },
  dog_grooming: {
    share: 12,
    role: 'groomer',
    hours: week([9, 18], { saturday: [9, 16] }),
    services: [
      ['Wash and trim, small dog', 60, 46, 8],
      ['Wash and trim, large dog', 90, 72, 6],
      ['Nails and ears', 15, 17, 5],
      ['Hand stripping', 120, 88, 1],
      ['Puppy’s first visit', 45, 32, 2],
      ['Bath and brush', 60, 38, 4],
      ['De-matting', 90, 68, 1],
    ],
  },
  bicycle_repair: {
    share: 12,
    role: 'mechanic',
    hours: week([9, 18], { saturday: [10, 15] }),
    services: [
      ['Safety check', 30, 26, 6],
      ['Basic service', 60, 58, 8],
      ['Full service', 120, 124, 4],
      ['Puncture repair', 15, 16, 6],
      ['Brake adjustment', 30, 28, 4],
      ['Gear tuning', 45, 38, 4],
      ['E-bike diagnosis', 45, 46, 3],
      ['Wheel truing', 45, 36, 2],
    ],
  },
};
