-- The period that a submission really covers, from the months in which its events ended.
-- A month counts if it holds at least 2 % of the rows that ended before the month of import, and at most one kind of event
-- fewer than the fullest month. Fewer than 100 such rows say nothing of a month: then the first and the last month seen count.
with ended as (
  select
    r.submission_no,
    cast(date_trunc('month', r.event_end) as date) as month_start,
    count(*) as row_count,
    count(distinct r.event_type) as event_types
  from record r
  join submission s on s.submission_no = r.submission_no
  where r.event_end < cast(date_trunc('month', s.imported_at) as date)
  group by r.submission_no, cast(date_trunc('month', r.event_end) as date)
),
weighed as (
  select
    submission_no,
    month_start,
    row_count,
    event_types,
    sum(row_count) over (partition by submission_no) as all_rows,
    max(event_types) over (partition by submission_no) as most_types
  from ended
),
counting as (
  select
    submission_no,
    min(month_start) as first_month,
    max(month_start) as last_month,
    min(all_rows) as all_rows
  from weighed
  where all_rows < 100 or (row_count * 100 >= all_rows * 2 and event_types >= most_types - 1)
  group by submission_no
)
select
  s.submission_no,
  c.first_month as derived_start,
  cast(c.last_month + interval '1 month' as date) - 1 as derived_end,
  cast(coalesce(c.all_rows, 0) as integer) as ended_rows
from submission s
left join counting c on c.submission_no = s.submission_no
