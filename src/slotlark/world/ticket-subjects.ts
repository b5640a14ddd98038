/** What merchants write about, in their words. `{name}`, `{day}`, `{time}` and `{town}` are filled in. */
const list = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

export const subjects = {
  double_booking: list(`Two customers at {time} for {name}
    Same chair booked twice on {day}
    {name} has two people at once again
    How can both be confirmed for {time}?
    Double booking {day}, one came through our partner site
    I entered a client and a second one appeared
    Customer sent home because {name} was already busy
    Overlapping appointments in the calendar`),
  wrong_time: list(`Confirmation text and calendar show different times
    {name}'s {day} starts an hour too early in the calendar
    Customer from abroad came at the wrong time
    Reminder went out with the wrong hour
    Which time zone does the booking page show?`),
  clock_change: list(`All my appointments after the clock change are an hour late
    Customer came at {time}, calendar says an hour later
    Clocks changed and now times do not match
    {name}'s {day} is shifted by one hour
    Some bookings of March are off by an hour, others not
    Why does {time} show as an hour later?
    Customers standing at the door before we open
    Confirmation says {time}, calendar does not`),
  payment_problem: list(`Customers say they cannot pay the deposit
    Customer's card works elsewhere but not here
    Deposit declined three times
    Client paid by bank transfer, how do I mark it
    Foreign card refused for the deposit
    Customer sees another amount than I set`),
  pay_button: list(`No pay button on the phone?
    Client gave up at the deposit, asks for cash
    Deposit page does not finish on Android
    Fewer app bookings since Monday, is something wrong?
    App stops after choosing a time
    Customer sends a screenshot: amount is there, button is not
    Three clients today could not book with the app
    Older customers cannot finish booking on their phone`),
  double_charge: list(`Customer charged the deposit twice
    Two deposits for one booking on {day}
    Please give back one deposit, {name}'s client
    Bank statement shows the same amount twice
    Double payment, customer is angry
    Deposit taken again after "Try again"`),
  reminder: list(`Client says no reminder came
    Can reminders go out two days before?
    SMS reminder for {name} never sent
    Reminder at six in the morning
    Reminder is in English, our customers are not
    Customer had the text after the appointment
    Reminder for an appointment that was cancelled`),
  new_reminder: list(`Reminder text arrives in two parts
    Strange mark in the reminder text
    Customer got the second half of the text first
    Client says no reminder came
    Why is the reminder so long now?
    SMS reminder for {name} never sent
    Customer had the text after the appointment
    Can I have the old reminder text back`),
  calendar_sync: list(`Private appointment not blocked in Slotlark
    {name}'s calendar is half an hour behind
    Calendar disconnected by itself
    Old events come back after sync
    How long until a change shows up?
    Sync stopped on {day}
    Lunch break in my own calendar is bookable`),
  outage: list(`Dashboard does not open
    Error page since nine o'clock
    Cannot see today's appointments!
    Slotlark down?
    Booking page only shows an error
    Nothing loads, shop is full of people`),
  billing: list(`Invoice for {day} missing
    Change the address on our invoices
    Why two invoices this month?
    VAT number on the invoice
    From solo to team: what will it cost?
    Card expired, how do I enter the new one`),
  login: list(`{name} cannot log in
    Password link does not arrive
    New phone, code does not work
    Logged out every morning
    Remove access of a former colleague`),
  how_to: list(`How do I close on {day}?
    Different prices for {name}?
    Breaks between appointments
    Can a customer book two services in a row
    Move all appointments of {name} to another day
    Hide a service from the booking page
    How do I add a second location in {town}
    Gift vouchers?
    Opening hours during school holidays`),
  import: list(`CSV import stops at row 212
    Customers imported twice
    Accents broken after import
    Import finished but phone numbers missing
    Which columns does the import need`),
  no_show_rules: list(`Customer did not come, may I keep the deposit?
    Block a customer who never shows up
    Too many people simply do not come
    Third time not shown up, what can I do
    Ask deposit only from new customers`),
  api: list(`Our program gets 429 all the time
    Webhook comes twice
    API key for our website builder
    Slot looks free but the booking is refused
    Which time zone does the API answer in`),
  account_closing: list(`How do I close my account
    We are selling the shop
    Export everything before we leave
    Cancel the subscription at the end of the month`),
} as const satisfies Record<string, readonly string[]>;

export type Subject = keyof typeof subjects;
