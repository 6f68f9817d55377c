package io.readthrough.core.fact;

import java.util.Map;
import java.util.Set;

/// Metrics that are read alike.
final class MetricFamilies {
  static final Map<String, String> MULTIPLES =
      Map.ofEntries(
          Map.entry("revenue", "ev_to_sales"),
          Map.entry("eps", "price_to_earnings"),
          Map.entry("net_income", "price_to_earnings"),
          Map.entry("ebitda", "ev_to_ebitda"),
          Map.entry("interest_expense", "interest_cover"),
          Map.entry("book_value_per_share", "price_to_book"),
          Map.entry("free_cash_flow", "price_to_cash_flow"));

  /// Metrics that are the author's view whatever words stand around them.
  static final Set<String> VIEWS = Set.of("price_target", "upside", "downside");

  /// Metrics that a list gives part by part: "Greater China fell 19%", "Japan -6%, Europe -1%".
  static final Set<String> CARRIED =
      Set.of(
          "revenue",
          "organic_growth",
          "comparable_sales_growth",
          "revenue_growth",
          "volumes",
          "orders",
          "pricing",
          "deliveries",
          "units_sold",
          "gross_merchandise_volume",
          "cloud_revenue",
          "advertising_revenue",
          "renewal_rate_change",
          "rent_growth",
          "shipments",
          "production",
          "traffic");

  /// Metrics of which a bare percentage is the growth.
  static final Set<String> GROWING =
      Set.of(
          "revenue",
          "orders",
          "volumes",
          "deliveries",
          "units_sold",
          "shipments",
          "production",
          "traffic",
          "eps",
          "ebitda",
          "operating_profit",
          "net_income",
          "advertising_revenue",
          "cloud_revenue",
          "services_revenue",
          "subscription_revenue",
          "net_interest_income",
          "deposits",
          "loans",
          "card_spending",
          "gross_merchandise_volume",
          "customers",
          "backlog",
          "billings",
          "costs",
          "average_ticket",
          "average_price",
          "premiums",
          "ad_price",
          "ad_impressions",
          "free_cash_flow",
          "capex",
          "inventory");

  /// Metrics of a part, whose words name only the whole: "66% of GMV and rising".
  static final Set<String> SHARES = Set.of("revenue_share", "profit_share");

  static final Set<String> PROFITS =
      Set.of("ebitda", "operating_profit", "gross_profit", "net_income", "pre_tax_profit", "eps");

  static final Set<String> SALES =
      Set.of(
          "revenue",
          "orders",
          "gross_merchandise_volume",
          "subscription_revenue",
          "annual_recurring_revenue",
          "billings",
          "advertising_revenue",
          "cloud_revenue");

  static final Set<String> DEBTS = Set.of("net_debt", "debt", "leverage");

  private MetricFamilies() {}
}
