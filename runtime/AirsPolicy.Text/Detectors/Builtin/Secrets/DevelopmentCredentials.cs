namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials of source control, builds and the tools around them.</summary>
internal static class DevelopmentCredentials
{
    public static CredentialKind[] All { get; } =
    [
        new(
            "secret.github_token",
            "GitHub personal access, OAuth, app and refresh tokens, by their checksum",
            "GitHub, Behind GitHub's new authentication token formats, " +
            "https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/",
            "ghp_[A-Za-z0-9]{36}",
            "gho_[A-Za-z0-9]{36}",
            "ghu_[A-Za-z0-9]{36}",
            "ghs_[A-Za-z0-9]{36}",
            "ghr_[A-Za-z0-9]{36}")
        {
            IsIssued = Base62Checksum.IsRight,
        },
        new(
            "secret.github_fine_grained_token",
            "GitHub fine-grained personal access tokens",
            "GitHub, Managing your personal access tokens",
            "github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}"),
        new(
            "secret.gitlab_token",
            "GitLab tokens",
            "GitLab, Token overview: token prefixes, https://docs.gitlab.com/security/tokens/",
            "glpat-[A-Za-z0-9_-]{20}",
            "glpat-[A-Za-z0-9_-]{27,300}.[0-9a-z]{2}[a-z0-9]{7}",
            "gldt-[A-Za-z0-9_-]{20}",
            "glrt-[A-Za-z0-9_-]{20}",
            "glrt-t[0-9]_[A-Za-z0-9_-]{27,300}.[0-9a-z]{2}[a-z0-9]{7}",
            "glcbt-[A-Za-z0-9]{1,5}_[A-Za-z0-9_-]{20}",
            "glptt-[a-f0-9]{40}",
            "glsoat-[A-Za-z0-9_-]{20}",
            "glft-[A-Za-z0-9_-]{20}",
            "glimt-[A-Za-z0-9_-]{25}",
            "glagent-[A-Za-z0-9_-]{50}",
            "gloas-[a-f0-9]{64}",
            "glffct-[A-Za-z0-9_-]{20}",
            "GR1348941[A-Za-z0-9_-]{20}"),
        new(
            "secret.atlassian_token",
            "Atlassian API tokens",
            "Atlassian, Manage API tokens for your Atlassian account",
            "ATATT3[A-Za-z0-9_=-]{180,200}",
            "ATCTT3[A-Za-z0-9_=-]{180,200}",
            "ATBB[A-Za-z0-9]{32}"),
        new(
            "secret.circleci_token",
            "CircleCI tokens",
            "CircleCI, Managing API tokens",
            "CCIPAT_[A-Za-z0-9]{22}_[a-f0-9]{40}",
            "CCIPRJ_[A-Za-z0-9]{22}_[a-f0-9]{40}"),
        new("secret.buildkite_token", "Buildkite tokens", "Buildkite, Managing API access tokens", "bkua_[a-f0-9]{40}"),
        new(
            "secret.sourcegraph_token",
            "Sourcegraph access tokens",
            "Sourcegraph, Token formats",
            "sgp_[A-Fa-f0-9]{16}_[A-Fa-f0-9]{40}",
            "sgp_local_[A-Fa-f0-9]{40}",
            "sgp_[A-Fa-f0-9]{40}",
            "slk_[a-f0-9]{64}"),
        new(
            "secret.sonar_token",
            "Sonar tokens",
            "SonarQube, Managing your tokens",
            "squ_[a-f0-9]{40}",
            "sqp_[a-f0-9]{40}",
            "sqa_[a-f0-9]{40}"),
        new(
            "secret.snyk_token",
            "Snyk tokens where their name says so",
            "Snyk, Revoke and regenerate a Snyk API token",
            "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}")
        {
            Words = ["snyk_token", "snyk_api", "snyk-token", "snyk_key", "snyk_oauth"],
        },
        new("secret.octopus_api_key", "Octopus Deploy API keys", "Octopus Deploy, How to create an API key", "API-[A-Z0-9]{26}")
        {
            IsIssued = SecretText.HasDigits,
        },
        new(
            "secret.jfrog_token",
            "JFrog API keys and reference tokens",
            "JFrog, Access tokens",
            "AKCp[A-Za-z0-9]{69}",
            "cmVmdGtu[A-Za-z0-9]{56}"),
        new(
            "secret.terraform_token",
            "HCP Terraform tokens",
            "HashiCorp, HCP Terraform: API tokens",
            "[A-Za-z0-9]{14}.atlasv1.[A-Za-z0-9_=-]{60,70}"),
        new("secret.postman_api_key", "Postman API keys", "Postman, Generate and use Postman API keys", "PMAK-[a-f0-9]{24}-[a-f0-9]{34}"),
        new("secret.readme_api_key", "ReadMe API keys", "ReadMe, API authentication", "rdme_[a-z0-9]{70}"),
        new("secret.prefect_api_key", "Prefect API keys", "Prefect, Manage API keys", "pnu_[A-Za-z0-9]{36}"),
        new("secret.linear_api_key", "Linear API keys", "Linear, API: getting started", "lin_api_[A-Za-z0-9]{40}"),
        new("secret.figma_token", "Figma personal access tokens", "Figma, Manage personal access tokens", "figd_[A-Za-z0-9_-]{40}"),
        new(
            "secret.launchdarkly_key",
            "LaunchDarkly SDK keys and access tokens",
            "LaunchDarkly, API access tokens",
            "sdk-[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[a-f0-9]{4}-[a-f0-9]{12}",
            "api-[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[a-f0-9]{4}-[a-f0-9]{12}"),
        new(
            "secret.intra42_secret",
            "42 intranet client secrets",
            "42 School, API documentation: getting started",
            "s-s4t2ud-[a-f0-9]{64}",
            "s-s4t2af-[a-f0-9]{64}"),
    ];
}
