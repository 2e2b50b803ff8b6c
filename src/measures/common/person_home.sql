-- Where a person of unknown accommodation lives, as far as the latest services tell: the latest end (open first), the highest
-- service type, a component that tells of a home, the latest start; a type or component counts where all that tie agree.
with services as (
  select
    la_code,
    person_id,
    service_type,
    case
      when service_component in
        ('Shared Lives', 'Community supported living', 'Extra care housing', 'Home support or domiciliary care')
        then service_component
    end as home_component,
    coalesce(derived_end, date '9999-12-31') as end_or_open,
    event_start,
    case service_type
      when 'Long term support: Nursing care' then 1
      when 'Long term support: Residential care' then 2
      when 'Long term support: Community' then 3
      when 'Long term support: Prison' then 4
      when 'Short term support: ST-Max' then 5
      when 'Short term support: Ongoing low level' then 6
      when 'Short term support: Other short term' then 7
      else 99
    end as type_rank
  from main_event
  where event_type = 'Service'
),
placed as (
  select
    services.*,
    rank() over (
      partition by la_code, person_id
      order by end_or_open desc, type_rank, case when home_component is null then 1 else 0 end, event_start desc
    ) as place
  from services
),
agreed as (
  select
    la_code,
    person_id,
    case when min(type_rank) = max(type_rank) and min(type_rank) < 99 then min(service_type) end as service_type,
    case when min(home_component) = max(home_component) then min(home_component) end as home_component
  from placed
  where place = 1
  group by la_code, person_id
)
select
  la_code,
  person_id,
  case
    when service_type = 'Long term support: Nursing care' then 'Registered nursing home'
    when service_type = 'Long term support: Residential care' then 'Registered care home'
    when home_component = 'Shared Lives' then 'Shared Lives scheme'
    when home_component = 'Extra care housing' then 'Sheltered housing, extra care housing or other sheltered housing'
    when home_component = 'Community supported living'
      then 'Supported accommodation, supported lodgings or supported group home'
    when service_type = 'Long term support: Community' and home_component = 'Home support or domiciliary care'
      then 'Unknown: Presumed at home'
    when service_type = 'Long term support: Community' and home_component is null then 'Unknown: Presumed in community'
    when service_type = 'Long term support: Prison' then 'Prison, young offenders institution or detention centre'
    else 'Unknown'
  end as accommodation_status
from agreed
