-- The median wait of each council, quarter and age band, and how many waited.
select
  la_code,
  quarter_start,
  age_band,
  metric,
  percentile_cont(0.5) within group (order by days) as median_days,
  count(*) as waits
from waiting_times_numerator
group by la_code, quarter_start, age_band, metric
order by la_code, quarter_start, age_band, metric
