-- The name of the area in which each person lives. Where fewer than ten of the council's people live in one, they are told together:
-- they live outside the council mostly, and each alone would stand out.
with named as (
  select area_code, min(area_name) as area_name
  from postcode_area
  where area_code is not null
  group by area_code
),
-- two areas of one name are told apart by their codes
told as (
  select
    area_code,
    case when count(*) over (partition by area_name) > 1 then area_name || ' (' || area_code || ')' else area_name end as area_name
  from named
)
select
  p.la_code,
  p.person_id,
  case
    when p.area is null then null
    when count(*) over (partition by p.la_code, p.area) < 10 then 'Elsewhere'
    else coalesce(t.area_name, p.area)
  end as area
from person_area p
left join told t on t.area_code = p.area
