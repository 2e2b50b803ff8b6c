-- Rows of the chosen submissions whose event falls into their reference period. An event ends on the day of death where that
-- comes first. A service counts while it is open; any other event in the period in which it ended.
with dated as (
  select
    r.*,
    f.ref_start,
    f.ref_end,
    f.ref_no,
    f.last_no,
    f.next_no,
    case
      when r.date_of_death between r.event_start and r.event_end then r.date_of_death
      when r.event_end is null and r.date_of_death > r.event_start then r.date_of_death
      else r.event_end
    end as submitted_or_death_end,
    lower(r.event_type) like '%service%' as is_service
  from record r
  join reference_period f on f.submission_no = r.submission_no
)
select *
from dated
where event_start <= ref_end
  and event_type is not null
  and (
    submitted_or_death_end between ref_start and ref_end
    or (is_service and (submitted_or_death_end is null or submitted_or_death_end >= ref_start))
  )
  and (date_of_death is null or (date_of_death >= ref_start and date_of_death >= event_start))
