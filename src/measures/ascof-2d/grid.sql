-- Every council and England with every client type and group, so that a group without anyone is seen to be empty.
select a.area, t.client_type, g.group_name
from (
  select distinct n.la_name as area
  from selected_submission s
  join council_name n on n.la_code = s.la_code
  union all
  select 'England'
) a
cross join (
  select 'Total' as client_type union all select 'Those in LT community support' union all select 'Those not in any LTS'
) t
cross join (
  select 'Total' as group_name union all select '65-74' union all select '75-84' union all select '85+'
  union all select 'Female' union all select 'Male'
) g
