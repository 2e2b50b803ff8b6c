-- Records of the submission that each council's tables of a year rest on: the latest whose stated period begins by the first day
-- and ends on the last day or later, imported after that day and no later than the cut-off day.
with chosen as (
  select distinct on (s.la_code) s.submission_no
  from submission s
  cross join period p
  cross join cut_off c
  where s.stated_start <= p.period_start
    and s.stated_end >= p.period_end
    and cast(s.imported_at as date) > p.period_end
    and cast(s.imported_at as date) <= c.cut_off
  order by s.la_code, s.imported_at desc, s.submission_no desc
)
select r.*
from record r
join chosen c on c.submission_no = r.submission_no
