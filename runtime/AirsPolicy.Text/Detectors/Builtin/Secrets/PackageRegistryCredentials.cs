namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials with which packages are published.</summary>
internal static class PackageRegistryCredentials
{
    public static CredentialKind[] All { get; } =
    [
        new("secret.npm_token", "npm access tokens, by their checksum", "GitHub, Announcing npm's new access token format",
            "npm_[A-Za-z0-9]{36}") { IsIssued = Base62Checksum.IsRight },
        new("secret.pypi_token", "PyPI API tokens", "PyPI, Help: API tokens, https://pypi.org/help/#apitoken",
            "pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,1000}", "pypi-AgENdGVzdC5weXBpLm9yZw[A-Za-z0-9_-]{50,1000}"),
        new("secret.rubygems_key", "RubyGems API keys", "RubyGems, API key scopes", "rubygems_[a-f0-9]{48}"),
        new("secret.nuget_key", "NuGet API keys", "NuGet, Publish a package: API keys", "oy2[a-z0-9]{43}"),
        new(
            "secret.nuget_feed_password",
            "passwords of package feeds in NuGet configurations",
            "NuGet, nuget.config reference: packageSourceCredentials",
            "[A-Za-z0-9!@#$%^&*()_+=.,?/-]{6,64}")
        {
            Words = ["cleartextpassword\" value", "key=\"password\" value"],
            IsIssued = value => !Placeholders.IsPassword(value, default),
        },
        new(
            "secret.sidekiq_credentials",
            "credentials of Sidekiq Pro and Enterprise where their name says so",
            "Contributed Systems, Sidekiq: commercial gems, https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ",
            "[a-f0-9]{8}:[a-f0-9]{8}")
        {
            Words = ["contribsys"],
        },
        new("secret.crates_token", "crates.io tokens", "The Cargo Book, Publishing on crates.io", "cio[A-Za-z0-9]{32}"),
        new("secret.clojars_token", "Clojars deploy tokens", "Clojars, Deploy tokens", "CLOJARS_[a-z0-9]{60}"),
        new("secret.docker_token", "Docker access tokens", "Docker, Personal and organization access tokens",
            "dckr_pat_[A-Za-z0-9_-]{27}", "dckr_oat_[A-Za-z0-9_-]{32}"),
    ];
}
