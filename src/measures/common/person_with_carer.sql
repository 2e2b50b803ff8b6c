-- People named on a carer's row as the adult who is cared for, in the period of the details: any of their local identifiers counts.
with named as (
  select e.la_code, e.adult_1_linked_person_id as local_id, e.event_start, e.derived_end, e.client_type from main_event e
  union all
  select e.la_code, e.adult_2_linked_person_id, e.event_start, e.derived_end, e.client_type from main_event e
  union all
  select e.la_code, e.adult_3_linked_person_id, e.event_start, e.derived_end, e.client_type from main_event e
),
cared_for as (
  select distinct n.la_code, n.local_id
  from named n
  cross join details_period p
  where n.local_id is not null
    and n.client_type in ('Unpaid carer', 'Unpaid carer known by association')
    and n.event_start <= p.period_end
    and (n.derived_end is null or n.derived_end >= p.period_start)
)
select distinct e.la_code, e.person_id
from main_event e
join cared_for c on c.la_code = e.la_code and c.local_id = e.local_id
