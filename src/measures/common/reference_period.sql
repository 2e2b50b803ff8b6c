-- Quarters that one submission serves make one reference period, numbered within the council by their first day;
-- next_no is the reference period that begins the day after.
with merged as (
  select la_code, submission_no, min(quarter_start) as ref_start, max(quarter_end) as ref_end
  from selected_submission
  group by la_code, submission_no
),
numbered as (
  select
    la_code,
    submission_no,
    ref_start,
    ref_end,
    dense_rank() over (partition by la_code order by ref_start) as ref_no
  from merged
)
select
  n.la_code,
  n.submission_no,
  n.ref_start,
  n.ref_end,
  n.ref_no,
  max(n.ref_no) over (partition by n.la_code) as last_no,
  after_it.ref_no as next_no
from numbered n
left join numbered after_it on after_it.la_code = n.la_code and after_it.ref_start = n.ref_end + 1
