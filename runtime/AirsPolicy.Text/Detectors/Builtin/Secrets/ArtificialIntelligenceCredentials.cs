namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials of providers of models.</summary>
internal static class ArtificialIntelligenceCredentials
{
    public static CredentialKind[] All { get; } =
    [
        new(
            "secret.openai_api_key",
            "OpenAI API keys",
            "OpenAI, API reference: authentication, https://platform.openai.com/docs/api-reference/authentication",
            "sk-proj-[A-Za-z0-9_-]{48,200}",
            "sk-svcacct-[A-Za-z0-9_-]{48,200}",
            "sk-admin-[A-Za-z0-9_-]{48,200}",
            "sk-[A-Za-z0-9]{48}")
        {
            IsIssued = value => value.Contains("T3BlbkFJ", StringComparison.Ordinal),
        },
        new(
            "secret.anthropic_api_key",
            "Anthropic API keys",
            "Anthropic, API overview: authentication",
            "sk-ant-api03-[A-Za-z0-9_-]{95}",
            "sk-ant-admin01-[A-Za-z0-9_-]{95}")
        {
            IsIssued = value => value.EndsWith("AA", StringComparison.Ordinal),
        },
        new(
            "secret.huggingface_token",
            "Hugging Face tokens",
            "Hugging Face, User access tokens, https://huggingface.co/docs/hub/security-tokens",
            "hf_[A-Za-z0-9]{34}",
            "api_org_[A-Za-z0-9]{34}"),
        new("secret.replicate_token", "Replicate API tokens", "Replicate, HTTP API: authentication", "r8_[A-Za-z0-9]{37}"),
        new("secret.groq_api_key", "Groq API keys", "Groq, API keys", "gsk_[A-Za-z0-9]{52}"),
        new("secret.perplexity_api_key", "Perplexity API keys", "Perplexity, API: getting started", "pplx-[A-Za-z0-9]{48}"),
        new("secret.xai_api_key", "xAI API keys", "xAI, API reference", "xai-[A-Za-z0-9]{80}"),
        new("secret.nvidia_api_key", "NVIDIA API keys", "NVIDIA, NGC: API keys", "nvapi-[A-Za-z0-9_-]{60,70}"),
        new("secret.langsmith_api_key", "LangSmith API keys", "LangChain, LangSmith: API keys",
            "lsv2_pt_[a-f0-9]{32}_[a-f0-9]{10}", "lsv2_sk_[a-f0-9]{32}_[a-f0-9]{10}"),
        new("secret.pinecone_api_key", "Pinecone API keys", "Pinecone, Manage API keys", "pcsk_[A-Za-z0-9]{4,8}_[A-Za-z0-9]{50,70}"),
        new("secret.cohere_api_key", "Cohere API keys where their name says so", "Cohere, API keys and rate limits",
            "[A-Za-z0-9]{40}") { Words = ["cohere", "co_api_key"] },
    ];
}
