namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>
/// The names of all built-in detectors and families. They stand here once more, because a compiler asks for names alone, and to make two hundred
/// detectors for that takes longer than to compile a policy. A test holds them to the detectors.
/// </summary>
internal static class BuiltinNames
{
    /// <summary>Ordered by their characters.</summary>
    public static readonly string[] All =
    [
        "pii.ae_emirates_id", "pii.any", "pii.ar_cuit", "pii.at_svnr", "pii.au_abn", "pii.au_acn", "pii.au_medicare", "pii.au_tfn",
        "pii.bank_account", "pii.be_national_number", "pii.bg_egn", "pii.bitcoin_address", "pii.br_cnpj", "pii.br_cpf", "pii.ca_sin", "pii.card",
        "pii.ch_ahv", "pii.cl_rut", "pii.cn_resident_id", "pii.contact", "pii.cz_birth_number", "pii.date_of_birth", "pii.de_commercial_register",
        "pii.de_driving_licence", "pii.de_health_insurance", "pii.de_id_card", "pii.de_passport", "pii.de_physician", "pii.de_social_security",
        "pii.de_tax_id", "pii.de_tax_number", "pii.de_vat", "pii.dk_cpr", "pii.driving_licence", "pii.ec_ci", "pii.ee_lt_personal_code",
        "pii.eg_national_id", "pii.email", "pii.es_nie", "pii.es_nif", "pii.es_passport", "pii.ethereum_address", "pii.fi_hetu", "pii.financial",
        "pii.fr_nir", "pii.fr_spi", "pii.government_id", "pii.gr_afm", "pii.gr_amka", "pii.hk_id", "pii.hr_oib", "pii.hu_taj", "pii.hu_tax_id",
        "pii.iban", "pii.id_nik", "pii.ie_pps", "pii.il_id", "pii.imei", "pii.in_aadhaar", "pii.in_gstin", "pii.in_pan", "pii.in_passport",
        "pii.in_voter_id", "pii.ip_address", "pii.is_kennitala", "pii.it_driving_licence", "pii.it_fiscal_code", "pii.it_id_card", "pii.it_passport",
        "pii.it_vat", "pii.jmbg", "pii.jp_my_number", "pii.kr_brn", "pii.kr_driving_licence", "pii.kr_frn", "pii.kr_passport", "pii.kr_rrn",
        "pii.kz_iin", "pii.lu_national_id", "pii.lv_personal_code", "pii.mac_address", "pii.mx_curp", "pii.mx_rfc", "pii.my_nric", "pii.network",
        "pii.ng_nin", "pii.nl_bsn", "pii.no_fodselsnummer", "pii.nz_ird", "pii.passport", "pii.ph_tin", "pii.phone", "pii.pl_nip", "pii.pl_pesel",
        "pii.pt_nif", "pii.ro_cnp", "pii.ru_inn", "pii.ru_snils", "pii.sa_id", "pii.se_organisation", "pii.se_personnummer", "pii.sg_nric",
        "pii.sg_uen", "pii.th_national_id", "pii.tr_national_id", "pii.tw_national_id", "pii.ua_rnokpp", "pii.uk_driving_licence", "pii.uk_nhs",
        "pii.uk_nino", "pii.uk_passport", "pii.uk_postcode", "pii.uk_utr", "pii.uk_vat", "pii.url_credentials", "pii.us_dea", "pii.us_ein",
        "pii.us_itin", "pii.us_mbi", "pii.us_npi", "pii.us_routing", "pii.us_ssn", "pii.uy_rut", "pii.za_id", "secret.age_key",
        "secret.airtable_token", "secret.alibaba_access_key_id", "secret.anthropic_api_key", "secret.any", "secret.assignment",
        "secret.atlassian_token", "secret.authorization_header", "secret.aws_access_key_id", "secret.aws_bedrock_api_key",
        "secret.aws_secret_access_key", "secret.azure_client_secret", "secret.azure_sas_signature", "secret.azure_storage_key",
        "secret.braintree_token", "secret.brevo_api_key", "secret.buildkite_token", "secret.circleci_token", "secret.clojars_token",
        "secret.cloudflare_api_key", "secret.cloudflare_origin_ca_key", "secret.cohere_api_key", "secret.connection_string",
        "secret.contentful_token", "secret.crates_token", "secret.curl_user", "secret.databricks_token", "secret.datadog_key",
        "secret.digitalocean_token", "secret.discord_client_secret", "secret.discord_token", "secret.discord_webhook", "secret.docker_token",
        "secret.doppler_token", "secret.dropbox_token", "secret.dynatrace_token", "secret.easypost_key", "secret.facebook_app_secret",
        "secret.facebook_app_token", "secret.facebook_token", "secret.figma_token", "secret.flutterwave_key", "secret.flyio_token",
        "secret.github_fine_grained_token", "secret.github_token", "secret.gitlab_token", "secret.google_api_key", "secret.google_oauth_secret",
        "secret.google_oauth_token", "secret.grafana_token", "secret.groq_api_key", "secret.heroku_api_key", "secret.honeycomb_key",
        "secret.hubspot_token", "secret.huggingface_token", "secret.infracost_token", "secret.intra42_secret", "secret.jfrog_token", "secret.jwt",
        "secret.klaviyo_key", "secret.kubernetes_secret", "secret.langsmith_api_key", "secret.launchdarkly_key", "secret.linear_api_key",
        "secret.mailchimp_api_key", "secret.mailgun_api_key", "secret.mapbox_token", "secret.meraki_api_key", "secret.netlify_token",
        "secret.newrelic_key", "secret.notion_token", "secret.npm_token", "secret.nuget_feed_password", "secret.nuget_key", "secret.nvidia_api_key",
        "secret.octopus_api_key", "secret.okta_token", "secret.onepassword_token", "secret.openai_api_key", "secret.openshift_token",
        "secret.pagerduty_key", "secret.perplexity_api_key", "secret.pinecone_api_key", "secret.plaid_token", "secret.planetscale_token",
        "secret.postman_api_key", "secret.prefect_api_key", "secret.private_key", "secret.pulumi_token", "secret.pypi_token", "secret.razorpay_key",
        "secret.readme_api_key", "secret.replicate_token", "secret.resend_api_key", "secret.rubygems_key", "secret.scaleway_access_key",
        "secret.scalingo_token", "secret.sendgrid_api_key", "secret.sentry_token", "secret.shippo_token", "secret.shopify_token",
        "secret.sidekiq_credentials", "secret.slack_token", "secret.slack_webhook", "secret.snyk_token", "secret.sonar_token",
        "secret.sourcegraph_token", "secret.square_token", "secret.stripe_key", "secret.stripe_webhook_secret", "secret.sumologic_key",
        "secret.supabase_token", "secret.teams_webhook", "secret.telegram_token", "secret.tencent_secret_id", "secret.terraform_token",
        "secret.twilio_api_key", "secret.twitter_bearer_token", "secret.typeform_token", "secret.vault_token", "secret.xai_api_key",
        "secret.yandex_api_key",
    ];
}
