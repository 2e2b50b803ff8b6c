-- Records of unpaid carers with support, advice, an assessment or a review during the year.
with carers as (
  select r.*
  from salt_record r
  cross join period p
  where r.client_type in ('Unpaid carer', 'Unpaid carer known by association')
    and r.event_start <= p.period_end
    and (r.event_end is null or r.event_end >= p.period_start)
    and (r.date_of_death is null or r.date_of_death >= p.period_start)
    and r.event_type in ('Request', 'Assessment', 'Service', 'Review')
    and (
      r.service_type like 'Unpaid carer support:%'
      or (
        r.service_type is null
        and (
          r.event_outcome = 'NFA: Information and advice or signposting'
          or r.event_type in ('Assessment', 'Review')
        )
      )
    )
),
known as (
  select c.*, max(case when c.nhs_id is not null then 1 else 0 end) over (partition by c.local_id) as local_id_has_nhs_id
  from carers c
)
select
  k.la_code,
  coalesce(k.nhs_id, k.local_id) as person_id,
  case
    when k.service_type = 'Unpaid carer support: Direct to unpaid carer' then
      case k.delivery_mechanism
        when 'Direct payment' then 1
        when 'CASSR managed personal budget' then 2
        when 'CASSR commissioned support' then 3
        else 4
      end
    when k.service_type is not null then 6
    when k.event_outcome = 'NFA: Information and advice or signposting' and k.event_type <> 'Service' then 5
    when k.event_type in ('Assessment', 'Review') then 6
  end as support_rank
from known k
where k.nhs_id is not null
  or (k.local_id is not null and k.local_id_has_nhs_id = 0)
