using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Symbols.Points.FactShapes;

namespace AirsPolicy.Language.Symbols.Points;

/// <summary>
/// The decision points, with the facts of each. Binder, documentation, editor and the schema of facts read this one table.
/// </summary>
internal static class DecisionPoints
{
    private static readonly Shape s_source = OneOf("input_source", "user", "document", "mail", "web", "tool", "agent");

    private static readonly Shape s_attachments = List(
        Record(
            Member("name", TextValue),
            Member("declared_type", TextValue),
            Member("detected_type", TextValue),
            Member("size", SizeShape.Instance),
            Member("text", TextValue)));

    private static readonly Shape s_passages = List(
        Record(
            Member("text", TextValue),
            Member("host", TextValue),
            Member("title", TextValue),
            Member("readers", Texts),
            Member("age", Duration),
            Member("score", Share)));

    private static readonly Shape s_memory = Record(
        Member("text", TextValue),
        Member("key", TextValue),
        Member("scope", TextValue),
        Member("age", Duration),
        Member("user", TextValue),
        Member("near", TextValue, optional: true));

    private static readonly Shape s_approverKind = OneOf("approver_kind", "person", "agent", "service");

    /// <summary>What the points that spend money know of it.</summary>
    internal static PointFact Cost { get; } =
        new("cost", new MoneyShape("USD"), "What this step will cost as the host estimates it, in US dollars.", TestValue: "0");

    private static readonly PointFact s_firstUse = new(
        "first_use",
        Bool,
        "The tool has not been used before in this session.",
        TestValue: "false");

    /// <summary>The tiers of the scheme <c>airs</c>, rising, as they are known where no package declares it.</summary>
    public static EnumShape Tiers => FactShapes.Tier;

    /// <summary>The classes of tools, the least harmful first.</summary>
    public static EnumShape ToolClasses => FactShapes.ToolClass;

    /// <summary>
    /// A member that names a tool: one of the declared tools, whose <c>class</c> can be asked. Here it stands as a text; the layouts of a
    /// policy that declares tools have the enum of its tools in its place.
    /// </summary>
    public static ShapeMember ToolMember { get; } = Member("tool", TextValue);

    public static ValueList<DecisionPoint> All { get; } =
    [
        new(
            PointNames.Session,
            "A session begins, ends, or a timer fires.",
            [],
            [
                new(
                    "session_event",
                    OneOf("session_event", "begins", "ends", "timer"),
                    "What happened to the session.",
                    TestValue: "\"begins\""),
            ]
        ),
        new(
            PointNames.Input,
            "A text arrives from a user, document, mail, web page, tool or agent.",
            ["input", "text"],
            [
                new(
                    "input",
                    Record(Member("text", TextValue), Member("source", s_source), Member("attachments", s_attachments)),
                    "What arrives.",
                    TestValue: """{"source":"user","attachments":[]}"""
                ),
            ]
        ),
        new(
            PointNames.Ingest,
            "A document enters the corpus.",
            ["document", "text"],
            [
                new(
                    "document",
                    Record(
                        Member("text", TextValue),
                        Member("host", TextValue),
                        Member("title", TextValue),
                        Member("class", Classification),
                        Member("readers", Texts)),
                    "The document.",
                    TestValue: """{"host":"","title":"","class":"public","readers":[]}"""
                ),
            ]
        ),
        new(
            PointNames.Retrieve,
            "Passages were found for a question.",
            [],
            [
                new("sources", s_passages, "The passages found.", TestValue: "[]"),
                new("query", TextValue, "The question they were found for.", Optional: true),
            ]
        ),
        new(
            PointNames.Prompt,
            "The full request goes to the model.",
            ["prompt", "text"],
            [
                new(
                    "prompt",
                    Record(
                        Member("text", TextValue),
                        Member("system", TextValue, optional: true),
                        Member("tokens", Int),
                        Member("model", TextValue)),
                    "What the model is asked.",
                    TestValue: """{"tokens":1,"model":"test-model"}"""
                ),
                Cost,
            ]
        ),
        new(
            PointNames.Plan,
            "An agent lays out its steps.",
            [],
            [new("plan", Record(Member("steps", List(Record(ToolMember)))), "The steps laid out.")]),
        new(
            PointNames.Commit,
            "Prepared changes take effect.",
            [],
            [
                new(
                    "changes",
                    Record(Member("records", Int), Member("amount", DecimalShape.Instance)),
                    "What changes.",
                    TestValue: """{"records":1,"amount":0}"""
                ),
            ]
        ),
        new(
            PointNames.Output,
            "The model has answered, whole or streamed.",
            ["output", "text"],
            [
                new(
                    "output",
                    Record(
                        Member("text", TextValue),
                        Member("reasoning", TextValue, optional: true),
                        Member("modality", OneOf("modality", "prose", "code", "image", "audio", "structured")),
                        Member("tokens", Int)),
                    "The answer.",
                    TestValue: """{"modality":"prose","tokens":1}"""
                ),
                new("input", Record(Member("text", TextValue)), "The text that is answered.", TestValue: """{"text":""}"""),
                new("sources", s_passages, "The passages that the answer rests on.", TestValue: "[]"),
            ]
        ),
        new(PointNames.ToolCall, "A tool is asked for.", [], [s_firstUse, Cost]),
        new(PointNames.ToolResult, "A tool has answered.", ["result_text"],
            [s_firstUse, new("result_text", TextValue, "The result as the model will read it.")]),
        new(PointNames.Delegate, "Work is handed to an agent, maybe a new one.", [],
            [new("to", TextValue, "The agent that takes the work."),
             new("to_new", Bool, "The agent is made for this work.", TestValue: "false"),
             new("scope", Texts, "What the agent may do.", TestValue: "[]")]),
        new(PointNames.Message, "One agent's text goes to another.", ["message", "text"],
            [new("message", Record(Member("text", TextValue)), "The text."),
             new("from", TextValue, "The agent that sends it.", TestValue: "\"test-agent\""),
             new("to", TextValue, "The agent that gets it.", TestValue: "\"test-agent-2\"")]),
        new(PointNames.Remember, "Memory is written.", ["memory", "text"],
            [new("memory", s_memory, "What is remembered.", TestValue: """{"key":"","scope":"session","age":0,"user":"test-user"}""")]),
        new(PointNames.Recall, "Memory is read.", ["memory", "text"],
            [new("memory", s_memory, "What is recalled.", TestValue: """{"key":"","scope":"session","age":0,"user":"test-user"}""")]),
        new(PointNames.Signal, "A reading of the system has changed.", [], []),
        new(
            PointNames.Approval,
            "A person decides on a held request.",
            [],
            [
                new(
                    "approver",
                    Record(Member("kind", s_approverKind), Member("id", TextValue), Member("roles", Texts)),
                    "Who decides.",
                    TestValue: """{"kind":"person","id":"test-approver","roles":[]}"""
                ),
            ]
        ),
        new(
            PointNames.Recovery,
            "A state is to be lifted.",
            [],
            [
                new(
                    "recovery",
                    Record(
                        Member("action", OneOf("recovery_action", "lift", "recover", "close", "kill")),
                        Member("scope", OneOf("halt_scope", "session", "run", "agent", "user", "system"), optional: true),
                        Member("id", TextValue, optional: true),
                        Member("key", TextValue, optional: true),
                        Member("signals", Int),
                        Member("age", Duration)),
                    "What is asked for: of what kind and which a halt is, or by 'id' which chart or breaker, and for which key.",
                    TestValue: """{"action":"recover","signals":0,"age":0}"""
                ),
                new(
                    "approver",
                    Record(Member("kind", s_approverKind), Member("id", TextValue), Member("roles", Texts)),
                    "Who asks for it.",
                    TestValue: """{"kind":"person","id":"test-approver","roles":[]}"""
                ),
            ]
        ),
    ];

    /// <summary>Where changes of charts are written down, of which the past can be asked; nothing stands there.</summary>
    internal static DecisionPoint PaceChange { get; } =
        new(
            Runtime.State.Pace.PaceChange.Point,
            "A chart has changed its state.",
            [],
            [
                new("from", PaceState, "The state before."),
                new("to", PaceState, "The state after."),
                new("cause", TextValue, "The control that asked for it, or the role of the person who brought it back."),
            ]
        );

    private static readonly Dictionary<string, DecisionPoint> s_byName = All.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>The point of that name, or null.</summary>
    public static DecisionPoint? Find(string name) => s_byName.GetValueOrDefault(name);
}
