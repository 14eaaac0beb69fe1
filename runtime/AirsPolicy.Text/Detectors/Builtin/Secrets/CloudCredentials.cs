namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials of cloud platforms.</summary>
internal static class CloudCredentials
{
    public static CredentialKind[] All { get; } =
    [
        new(
            "secret.aws_access_key_id",
            "AWS access key ids",
            "AWS, IAM identifiers: unique identifiers, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
            "AKIA[A-Z2-7]{16}",
            "ASIA[A-Z2-7]{16}",
            "ABIA[A-Z2-7]{16}",
            "ACCA[A-Z2-7]{16}",
            "A3T[A-Z0-9][A-Z2-7]{16}"),
        new(
            "secret.aws_secret_access_key",
            "AWS secret access keys where their name says so",
            "AWS, Manage access keys for IAM users",
            "[A-Za-z0-9/+]{40}")
        {
            Words = ["aws_secret", "secret_access_key", "secretaccesskey", "aws_sec", "secret access key"],
        },
        new(
            "secret.aws_bedrock_api_key",
            "Amazon Bedrock API keys",
            "AWS, Amazon Bedrock API keys, https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
            "ABSK[A-Za-z0-9+/]{109,269}[=]{0,2}",
            "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=]{40,}"),
        new(
            "secret.google_api_key",
            "Google API keys",
            "Google Cloud, Authenticate by using API keys, https://cloud.google.com/docs/authentication/api-keys",
            "AIza[A-Za-z0-9_-]{35}"),
        new("secret.google_oauth_secret", "Google OAuth client secrets", "Google Cloud, Manage OAuth clients", "GOCSPX-[A-Za-z0-9_-]{28}"),
        new(
            "secret.google_oauth_token",
            "Google OAuth access tokens",
            "Google Identity, Using OAuth 2.0 to access Google APIs",
            "ya29\\.[A-Za-z0-9_-]{40,}"),
        new(
            "secret.azure_client_secret",
            "Microsoft Entra client secrets",
            "Microsoft, Microsoft Entra: client secrets; Purview, Microsoft Entra client secret: definition",
            "[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}"),
        new(
            "secret.azure_storage_key",
            "keys of Azure storage accounts",
            "Microsoft, Configure Azure Storage connection strings",
            "AccountKey=[A-Za-z0-9+/]{86}==")
        {
            Lead = "AccountKey=".Length,
        },
        new(
            "secret.azure_sas_signature",
            "signatures of Azure shared access signatures",
            "Microsoft, Create a service SAS: signature field",
            "sig=[A-Za-z0-9%]{46,66}")
        {
            Lead = "sig=".Length,
            IsIssued = value => value.EndsWith("%3D", StringComparison.OrdinalIgnoreCase),
        },
        new(
            "secret.digitalocean_token",
            "DigitalOcean tokens",
            "DigitalOcean, Personal access tokens, https://docs.digitalocean.com/reference/api/create-personal-access-token/",
            "dop_v1_[a-f0-9]{64}",
            "doo_v1_[a-f0-9]{64}",
            "dor_v1_[a-f0-9]{64}"),
        new("secret.alibaba_access_key_id", "Alibaba Cloud access key ids", "Alibaba Cloud, RAM: AccessKey pair", "LTAI[A-Za-z0-9]{12,20}"),
        new("secret.tencent_secret_id", "Tencent Cloud secret ids", "Tencent Cloud, CAM: access keys", "AKID[A-Za-z0-9]{32}"),
        new(
            "secret.cloudflare_origin_ca_key",
            "Cloudflare Origin CA keys",
            "Cloudflare, Origin CA keys",
            "v1.0-[a-f0-9]{24}-[a-f0-9]{146}"),
        new(
            "secret.cloudflare_api_key",
            "Cloudflare API tokens and keys where their name says so",
            "Cloudflare, Create API token",
            "[A-Za-z0-9_-]{40}",
            "[a-f0-9]{37}")
        {
            Words = ["cloudflare", "cf_api", "cf-api"],
        },
        new(
            "secret.heroku_api_key",
            "Heroku API keys",
            "Heroku Dev Center, OAuth: tokens with prefix HRKU-",
            "HRKU-AA[A-Za-z0-9_-]{58}",
            "HRKU-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"),
        new(
            "secret.flyio_token",
            "Fly.io access tokens",
            "Fly.io, Access tokens, https://fly.io/docs/security/tokens/",
            "fo1_[A-Za-z0-9_-]{43}",
            "fm1[ar]_[A-Za-z0-9+/]{100,}[=]{0,3}",
            "fm2_[A-Za-z0-9+/]{100,}[=]{0,3}"),
        new(
            "secret.netlify_token",
            "Netlify personal access tokens",
            "Netlify, Get started with the API: authentication",
            "nfp_[A-Za-z0-9]{36}"),
        new(
            "secret.databricks_token",
            "Databricks personal access tokens",
            "Databricks, Personal access token authentication",
            "dapi[a-f0-9]{32}",
            "dapi[a-f0-9]{32}-[0-9]{1,2}"),
        new(
            "secret.planetscale_token",
            "PlanetScale passwords and tokens",
            "PlanetScale, Service tokens; Secret scanning",
            "pscale_tkn_[A-Za-z0-9_.=-]{32,64}",
            "pscale_pw_[A-Za-z0-9_.=-]{32,64}",
            "pscale_oauth_[A-Za-z0-9_.=-]{32,64}"),
        new(
            "secret.supabase_token",
            "Supabase access tokens",
            "Supabase, Management API: personal access tokens",
            "sbp_[a-f0-9]{40}",
            "sb_secret_[A-Za-z0-9_-]{31,40}"),
        new(
            "secret.doppler_token",
            "Doppler tokens",
            "Doppler, Token formats, https://docs.doppler.com/reference/auth-token-formats",
            "dp.pt.[A-Za-z0-9]{40,44}",
            "dp.st.[a-z0-9_-]{2,35}.[A-Za-z0-9]{40,44}",
            "dp.ct.[A-Za-z0-9]{40,44}",
            "dp.sa.[A-Za-z0-9]{40,44}"),
        new("secret.pulumi_token", "Pulumi access tokens", "Pulumi, Access tokens", "pul-[a-f0-9]{40}"),
        new(
            "secret.vault_token",
            "HashiCorp Vault tokens",
            "HashiCorp, Vault: Tokens, https://developer.hashicorp.com/vault/docs/concepts/tokens",
            "hvs.[A-Za-z0-9_-]{24,300}",
            "hvb.[A-Za-z0-9_-]{138,300}",
            "hvr.[A-Za-z0-9_-]{90,300}",
            "s.[A-Za-z0-9]{24}")
        {
            IsIssued = SecretText.IsMixed,
        },
        new(
            "secret.openshift_token",
            "OpenShift user tokens",
            "Red Hat, OpenShift: configuring the internal OAuth server",
            "sha256~[A-Za-z0-9_-]{43}"),
        new("secret.yandex_api_key", "Yandex Cloud API keys", "Yandex Cloud, API keys; secret format", "AQVN[A-Za-z0-9_-]{35,38}"),
        new("secret.scalingo_token", "Scalingo API tokens", "Scalingo, API tokens", "tk-us-[A-Za-z0-9_-]{48}"),
        new("secret.okta_token", "Okta API tokens where their name says so", "Okta, Create an API token", "00[A-Za-z0-9_=-]{40}")
        {
            Words = ["okta", "ssws"],
        },
        new("secret.scaleway_access_key", "Scaleway access keys", "Scaleway, API keys", "SCW[A-Z0-9]{17}"),
        new("secret.infracost_token", "Infracost API tokens", "Infracost, Environment variables", "ico-[A-Za-z0-9]{32}")
        {
            IsIssued = SecretText.IsNotHexadecimal,
        },
        new(
            "secret.onepassword_token",
            "1Password service account tokens and secret keys",
            "1Password, Service accounts; About your Secret Key, https://support.1password.com/secret-key/",
            "ops_eyJ[A-Za-z0-9+/]{250,}[=]{0,3}",
            "A3-[A-Z0-9]{6}-[A-Z0-9]{6}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
            "A3-[A-Z0-9]{6}-[A-Z0-9]{11}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}"),
        new(
            "secret.age_key",
            "age secret keys",
            "C2SP, The age file encryption format, https://age-encryption.org/v1",
            "AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"),
    ];
}
