-- Which submission serves which council in which quarter: of those that cover the whole quarter, were imported after its last
-- day began and no later than the cut-off day, the latest.
select distinct on (q.quarter_start, s.la_code)
  q.quarter_start,
  q.quarter_end,
  s.la_code,
  s.submission_no
from quarter q
cross join setting t
join submission s
  on s.covers_from <= q.quarter_start
  and s.covers_to >= q.quarter_end
  and s.imported_at > cast(q.quarter_end as timestamp)
  and cast(s.imported_at as date) <= t.cut_off
order by q.quarter_start, s.la_code, s.imported_at desc, s.submission_no desc
