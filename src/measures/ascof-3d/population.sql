-- People with long-term support on the last day of the period, and how it is delivered; of several ways the first in the list.
-- A direct payment is one by its component too. Nursing and residential care come first, and so leave the measure.
with paid as (
  select
    e.la_code,
    e.person_id,
    e.service_type,
    case
      when e.service_component = 'Direct payment' then 'Direct payment'
      else e.delivery_mechanism
    end as mechanism
  from main_event e
  cross join period p
  join person_detail d on d.la_code = e.la_code and d.person_id = e.person_id
  where e.service_type like 'Long term support:%'
    and e.client_type = 'Service user'
    and e.event_start <= p.period_end
    and (e.derived_end is null or (e.derived_end >= e.event_start and e.derived_end >= p.period_end))
    and (d.date_of_death is null or d.date_of_death >= p.period_end)
),
ranked as (
  select
    la_code,
    person_id,
    min(case service_type
      when 'Long term support: Nursing care' then 1
      when 'Long term support: Residential care' then 2
      when 'Long term support: Community' then
        case mechanism
          when 'Direct payment' then 3
          when 'CASSR managed personal budget' then 4
          when 'CASSR commissioned support' then 5
          else 6
        end
      else
        case mechanism when 'CASSR managed personal budget' then 7 when 'CASSR commissioned support' then 8 else 9 end
    end) as delivery_rank
  from paid
  group by la_code, person_id
)
select
  r.la_code,
  r.person_id,
  r.delivery_rank,
  cast(floor((p.period_end - d.birth_month) / 365.25) as integer) as age
from ranked r
cross join period p
join person_detail d on d.la_code = r.la_code and d.person_id = r.person_id
