ALTER SEQUENCE public.reader_card_seq RENAME TO reader_card_seq__old;
DROP VIEW public.on_loan;
DROP INDEX public.loan_open;
ALTER TABLE public.loan
    DROP CONSTRAINT loan_dates,
    DROP CONSTRAINT loan_isbn_fkey;
DROP INDEX public.reader_mail;
DROP INDEX public.title_author;
ALTER TABLE ONLY public.title ALTER COLUMN kind DROP DEFAULT;
ALTER TYPE public.medium RENAME TO medium__old;
-- data loss: label public.medium.game: drops the label, which no row may hold by then
CREATE TYPE public.medium AS ENUM ('book', 'disc', 'map');
CREATE SEQUENCE public.reader_card_seq AS integer;
SELECT setval('public.reader_card_seq', last_value, is_called) FROM public.reader_card_seq__old;
-- may fail: fails if rows break loan_dates
-- may fail: fails if rows break loan_isbn_fkey
ALTER TABLE public.loan
    ADD CONSTRAINT loan_dates CHECK ((back >= lent)),
    ADD CONSTRAINT loan_isbn_fkey FOREIGN KEY (isbn) REFERENCES public.title(isbn);
-- may fail: fails if a value of name does not fit character varying(60)
-- may fail: fails if a value of mail does not fit character varying(120)
-- data loss: column public.reader.joined: drops the time of day of its values
-- needs a decision: column public.reader.joined: its times are taken for those of UTC, the zone that scripts run in
ALTER TABLE public.reader
    ALTER COLUMN name TYPE character varying(60),
    ALTER COLUMN mail TYPE character varying(120),
    ALTER COLUMN joined TYPE date;
ALTER TABLE ONLY public.reader ALTER COLUMN joined SET DEFAULT CURRENT_DATE;
-- may fail: fails if rows break reader_mail_key
ALTER TABLE public.reader ADD CONSTRAINT reader_mail_key UNIQUE (mail);
-- may fail: fails if a value of kind is not one of the new public.medium
ALTER TABLE public.title ALTER COLUMN kind TYPE public.medium USING kind::text::public.medium;
DROP TYPE public.medium__old;
ALTER TABLE public.title ADD COLUMN pages integer;
ALTER TABLE ONLY public.title ALTER COLUMN kind SET DEFAULT 'book'::public.medium;
-- may fail: fails if rows break title_pages_check
ALTER TABLE public.title ADD CONSTRAINT title_pages_check CHECK ((pages > 0));
CREATE INDEX title_author ON public.title USING btree (author);
COMMENT ON TABLE public.title IS 'What can be lent, in one copy or many';
-- data loss: column public.author.died: drops the column with its values
ALTER TABLE public.author DROP COLUMN died;
-- data loss: column public.title.shelf: drops the column with its values
ALTER TABLE public.title DROP COLUMN shelf;
-- data loss: table public.reservation: drops the table with its rows
DROP TABLE public.reservation;
ALTER TABLE public.reader ALTER COLUMN card DROP IDENTITY;
ALTER SEQUENCE public.reader_card_seq OWNED BY public.reader.card;
ALTER TABLE ONLY public.reader ALTER COLUMN card SET DEFAULT nextval('public.reader_card_seq'::regclass);
CREATE VIEW public.on_loan AS
 SELECT t.name,
    r.name AS reader,
    l.lent
   FROM ((public.loan l
     JOIN public.title t USING (isbn))
     JOIN public.reader r ON ((r.card = l.reader)))
  WHERE (l.back IS NULL);
