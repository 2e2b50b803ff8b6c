-- Events of the reference periods with the key by which one is known again, and whether the end of a service is cropped:
-- a service that was open at the end of a reference period and is missing from the next one ends with the first.
with keyed as not materialized (
  select
    e.*,
    t.is_joined,
    case when t.has_raw_key then e.client_type_raw else nullif(e.client_type, 'Not in the value list') end as key_client,
    case when not e.is_service then e.submitted_or_death_end end as key_end,
    case
      when e.is_service and t.has_raw_key then e.service_type_raw
      when e.is_service then nullif(e.service_type, 'Not in the value list')
      when e.event_type = 'Request' and t.has_raw_key then e.request_route_of_access_raw
      when e.event_type = 'Request' then nullif(e.request_route_of_access, 'Not in the value list')
      when e.event_type = 'Assessment' and t.has_raw_key then e.assessment_type_raw
      when e.event_type = 'Assessment' then nullif(e.assessment_type, 'Not in the value list')
    end as key_kind,
    case
      when e.is_service and t.has_raw_key then e.service_component_raw
      when e.is_service then nullif(e.service_component, 'Not in the value list')
    end as key_component,
    case when e.is_service and not t.is_joined then nullif(e.delivery_mechanism, 'Not in the value list') end as key_delivery,
    case when e.is_service and not t.is_joined then e.unit_cost end as key_cost,
    case
      when e.is_service and not t.is_joined then nullif(e.cost_frequency_unit_type, 'Not in the value list')
    end as key_frequency,
    case when e.is_service and not t.is_joined then e.planned_units_per_week end as key_units
  from event_in_period e
  cross join setting t
  where e.person_id is not null
),
seen as (
  -- in which reference periods a service occurs, where one of them has another behind it
  select
    la_code,
    person_id,
    event_start,
    event_type,
    coalesce(key_client, '') as key_client,
    coalesce(key_kind, '') as key_kind,
    coalesce(key_component, '') as key_component,
    bit_or(cast(1 as bigint) << cast(ref_no as integer)) as seen_in
  from keyed
  where is_joined and is_service and last_no > 1
  group by la_code, person_id, event_start, event_type, coalesce(key_client, ''), coalesce(key_kind, ''), coalesce(key_component, '')
)
select
  k.*,
  k.is_joined
    and k.is_service
    and k.ref_no < k.last_no
    and (k.submitted_or_death_end is null or k.submitted_or_death_end > k.ref_end)
    and (k.next_no is null or (s.seen_in & (cast(1 as bigint) << cast(k.next_no as integer))) = 0) as is_cropped
from keyed k
left join seen s
  on s.la_code = k.la_code
  and s.person_id = k.person_id
  and s.event_start = k.event_start
  and s.event_type = case when k.is_service then k.event_type end
  and s.key_client = coalesce(k.key_client, '')
  and s.key_kind = coalesce(k.key_kind, '')
  and s.key_component = coalesce(k.key_component, '')
