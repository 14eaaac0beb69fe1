namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials of monitoring, logs and incidents.</summary>
internal static class ObservabilityCredentials
{
    public static CredentialKind[] All { get; } =
    [
        new(
            "secret.newrelic_key",
            "New Relic keys",
            "New Relic, API keys",
            "NRAK-[A-Z0-9]{27}",
            "NRJS-[a-f0-9]{19}",
            "NRII-[A-Za-z0-9_-]{32}",
            "[a-z0-9]{36}NRAL"),
        new(
            "secret.grafana_token",
            "Grafana tokens",
            "Grafana, Service accounts; Cloud access policies",
            "glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}",
            "glc_eyJ[A-Za-z0-9+/]{60,400}[=]{0,2}"),
        new("secret.sentry_token", "Sentry tokens", "Sentry, Auth tokens", "sntrys_eyJ[A-Za-z0-9+/=_-]{80,400}", "sntryu_[a-f0-9]{64}"),
        new("secret.dynatrace_token", "Dynatrace tokens", "Dynatrace, Access tokens: token format",
            "dt0c01.[A-Z0-9]{24}.[A-Z0-9]{64}", "dt0s16.[A-Z0-9-]{8,}.[A-Z0-9]{64}"),
        new("secret.datadog_key", "Datadog API and application keys where their name says so", "Datadog, API and application keys",
            "[a-f0-9]{40}", "[a-f0-9]{32}") { Words = ["datadog", "dd_api_key", "dd_app_key", "dd-api-key"] },
        new("secret.honeycomb_key", "Honeycomb keys", "Honeycomb, API keys", "hcaik_[a-z0-9]{58}", "hcamk_[a-z0-9]{58}"),
        new(
            "secret.pagerduty_key",
            "PagerDuty keys where their name says so",
            "PagerDuty, API access keys",
            "[A-Za-z0-9_+-]{20}",
            "[a-f0-9]{32}")
        {
            Words = ["pagerduty", "pager_duty", "pd_api"],
        },
        new(
            "secret.sumologic_key",
            "Sumo Logic access ids and keys where their name says so",
            "Sumo Logic, Access keys",
            "su[A-Za-z0-9]{12}",
            "[A-Za-z0-9]{64}")
        {
            Words = ["sumologic", "sumo_access", "sumo_logic", "sumo-access"],
            IsIssued = SecretText.HasDigits,
        },
        new(
            "secret.meraki_api_key",
            "Cisco Meraki API keys where their name says so",
            "Cisco Meraki, Dashboard API: authorization",
            "[a-f0-9]{40}")
        {
            Words = ["meraki"],
        },
    ];
}
