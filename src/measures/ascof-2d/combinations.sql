-- How many spells of reablement had which of the three outcomes: died, readmitted, entered care, 1 for yes.
select
  p.label as period,
  n.area,
  'Total' as client_type,
  cast(n.has_died as varchar) || cast(n.is_readmitted as varchar) || cast(n.has_entered_care as varchar) as died_readmitted_care,
  count(*) as clusters
from ascof_2d_spell n
cross join period p
group by p.label, n.area, n.has_died, n.is_readmitted, n.has_entered_care
order by n.area, died_readmitted_care
