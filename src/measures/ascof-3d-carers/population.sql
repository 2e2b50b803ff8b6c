-- Unpaid carers with support, advice, an assessment or a review in the period, and the support that ranks first.
-- A direct service without a component, and without a direct payment, has no rank and is lost, as in the official script.
with rows_of_carers as (
  select
    e.la_code,
    e.person_id,
    e.event_type,
    e.service_type,
    e.service_component,
    e.delivery_mechanism,
    coalesce(e.event_outcome, 'Invalid and not mapped') as event_outcome,
    d.birth_month
  from main_event e
  cross join period p
  join person_detail d on d.la_code = e.la_code and d.person_id = e.person_id
  where e.client_type in ('Unpaid carer', 'Unpaid carer known by association')
    and e.event_start <= p.period_end
    and (e.derived_end is null or (e.derived_end >= p.period_start and e.derived_end >= e.event_start))
    and (d.date_of_death is null or d.date_of_death >= p.period_start)
    and (
      e.service_type in
        ('Unpaid carer support: Direct to unpaid carer', 'Unpaid carer support: Support involving the person cared-for')
      or (
        e.service_type is null
        and (
          e.event_outcome = 'NFA: Information and advice or signposting'
          or e.event_type in ('Assessment', 'Review')
        )
      )
    )
),
ranked as (
  select
    r.*,
    case
      when r.service_type = 'Unpaid carer support: Direct to unpaid carer' then
        case
          when r.delivery_mechanism = 'Direct payment' or r.service_component = 'Direct payment' then 1
          when r.service_component is null then null
          when r.delivery_mechanism = 'CASSR managed personal budget' then 2
          when r.delivery_mechanism = 'CASSR commissioned support' then 3
          else 4
        end
      when r.service_type is not null then 6
      when r.event_type in ('Assessment', 'Review') and r.event_outcome <> 'NFA: Information and advice or signposting' then 6
      when r.event_type in ('Assessment', 'Review', 'Request') then 5
    end as support_rank
  from rows_of_carers r
)
select
  r.la_code,
  r.person_id,
  min(r.support_rank) as support_rank,
  min(cast(floor((p.period_end - r.birth_month) / 365.25) as integer)) as age
from ranked r
cross join period p
where r.support_rank is not null
group by r.la_code, r.person_id
