-- Long-term support of people who use services: during the year (LTS001a), and on its last day (LTS001b). Their month of birth is
-- known. Delivery counts where the national table lists it for the setting; of several the smallest rank counts.
with supported as (
  select
    r.*,
    p.period_start,
    p.period_end,
    case
      when r.service_type in ('Long term support: Community', 'Long term support: Prison')
        and (
          r.delivery_mechanism in ('CASSR managed personal budget', 'CASSR commissioned support')
          or (r.delivery_mechanism = 'Direct payment' and r.service_type = 'Long term support: Community')
        ) then r.delivery_mechanism
    end as mechanism,
    cast(floor((p.period_end - r.birth_month) / 365.25) as integer) as age
  from salt_record r
  cross join period p
  where r.service_type like 'Long term support:%'
    and r.client_type = 'Service user'
    and r.birth_month is not null
    and r.event_start <= p.period_end
    and (r.event_end is null or r.event_end >= p.period_start)
    and (r.date_of_death is null or r.date_of_death >= p.period_start)
),
tabled as (
  select s.*, 'LTS001a' as salt_table from supported s
  union all
  select s.*, 'LTS001b' from supported s
  where (s.event_end is null or s.event_end >= s.period_end)
    and (s.date_of_death is null or s.date_of_death >= s.period_end)
),
known as (
  select t.*, max(case when t.nhs_id is not null then 1 else 0 end) over (
    partition by t.salt_table, t.local_id
  ) as local_id_has_nhs_id
  from tabled t
)
select
  k.salt_table,
  k.la_code,
  coalesce(k.nhs_id, k.local_id) as person_id,
  k.age,
  k.event_start,
  k.service_type,
  k.mechanism,
  case k.service_type
    when 'Long term support: Nursing care' then 1
    when 'Long term support: Residential care' then 2
    when 'Long term support: Community' then
      case k.mechanism
        when 'Direct payment' then 3
        when 'CASSR managed personal budget' then 4
        when 'CASSR commissioned support' then 5
        else 6
      end
    else case k.mechanism when 'CASSR managed personal budget' then 7 when 'CASSR commissioned support' then 8 else 9 end
  end as setting_rank,
  k.gender,
  k.primary_support_reason,
  k.has_unpaid_carer,
  k.ethnicity
from known k
where k.nhs_id is not null
  or (k.local_id is not null and k.local_id_has_nhs_id = 0)
