using AirsPolicy.Hosting.Loading.Images;

namespace AirsPolicy.Compiler.Tests.Bundles.Images;

/// <summary>
/// Instructions that the compiler would never emit, each beside an honest twin. Nothing of the former is loaded.
/// </summary>
public sealed class HostileInstructionTests
{
    /// <summary>What is hostile, how it is written, its honest twin, and what is said of it.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "a number as an object", "ldc.i4.1; ldc.i4.1; ldc.i4.1; callvirt Evaluation.Fire; ret",
            "ldarg.1; ldc.i4.1; ldc.i4.1; callvirt Evaluation.Fire; ret", "takes Int32 for class " },
        { "an object as a number", "ldarg.1; ldarg.1; ldc.i4.1; callvirt Evaluation.Fire; ret",
            "ldarg.1; ldc.i4.1; ldc.i4.1; callvirt Evaluation.Fire; ret", "takes class " },
        { "a frame as an evaluation", "ldarg.0; callvirt Evaluation.Release; ret", "ldarg.1; callvirt Evaluation.Release; ret",
            "takes class " },
        { "a large number as a small one", "ldarg.1; ldc.i8 1; ldc.i4.1; callvirt Evaluation.Fire; ret",
            "ldarg.1; ldc.i4 1; ldc.i4.1; callvirt Evaluation.Fire; ret", "takes Int64 for Int32" },
        { "a number as a text", "ldarg.1; ldc.i8 1; ldc.i4.0; callvirt Evaluation.Is; pop; ret",
            "ldarg.1; ldc.i8 1; ldnull; callvirt Evaluation.Is; pop; ret", "takes Int32 for String" },
        { "a text kept as a number", "ldstr Text; stloc.s number; ret", "ldstr Text; stloc.s text; ret", "takes String for Int64" },
        { "a number kept as a frame", "ldc.i8 1; stloc.s frame; ret", "ldarg.0; stloc.s frame; ret", "takes Int64 for class " },
        { "a decimal kept as a number",
            "ldsfld Decimal.One; stloc.s number; ret", "ldsfld Decimal.One; stloc.s amount; ret", "takes value " },
        { "a number and an object added", "ldarg.0; ldc.i4.1; add; pop; ret", "ldc.i4.2; ldc.i4.1; add; pop; ret", "for a number" },
        { "numbers of two sizes added", "ldc.i8 1; ldc.i4.1; add; pop; ret", "ldc.i8 1; ldc.i8 1; add; pop; ret",
            "for two numbers of one size" },
        { "numbers of two sizes compared", "ldc.i8 1; ldc.i4.1; ceq; pop; ret", "ldc.i4.1; ldc.i4.1; ceq; pop; ret",
            "for two numbers of one size" },
        { "an object turned into a number", "ldarg.0; conv.u8; pop; ret", "ldc.i4.1; conv.u8; pop; ret", "for a number" },
        { "a place as a number", "ldloca.s amount; conv.u8; pop; ret", "ldloc.s number; conv.u8; pop; ret", "for a number" },
        { "the place of a frame",
            "ldloca.s frame; pop; ret", "ldloca.s amount; pop; ret", "takes the place of a variable that is no decimal" },
        { "a place that is given on", "ldarg.1; ldloca.s amount; ldc.i4.1; callvirt Evaluation.Fire; ret",
            "ldloca.s amount; ldc.i4.7; call Decimal..ctor; ret", "takes the place of a decimal for Int32" },
        { "the constructor of a decimal on no place", "ldarg.0; ldc.i4.7; call Decimal..ctor; ret",
            "ldc.i4.7; newobj Decimal..ctor; pop; ret", "for the place of a decimal" },
        { "reading memory", "ldc.i4.1; conv.u8; ldind.i8; pop; ret", "ldc.i4.1; conv.u8; pop; ret", "the instruction Ldind_i8" },
        { "writing memory", "ldc.i4.1; ldc.i4.1; stind.i4; ret", "ldc.i4.1; ldc.i4.1; pop; pop; ret", "the instruction Stind_i4" },
        { "copying memory", "ldc.i4.1; ldc.i4.1; ldc.i4.1; cpblk; ret", "ldc.i4.1; ldc.i4.1; pop; pop; ret", "the instruction Cpblk" },
        { "filling memory", "ldc.i4.1; ldc.i4.1; ldc.i4.1; initblk; ret", "ldc.i4.1; ldc.i4.1; pop; pop; ret", "the instruction Initblk" },
        { "memory of the stack", "ldc.i4 64; localloc; pop; ret", "ldc.i4 64; pop; ret", "the instruction Localloc" },
        { "an array", "ldc.i4 64; newarr Decimal; pop; ret", "ldc.i4 64; pop; ret", "the instruction Newarr" },
        { "a call by a number", "ldc.i4.0; calli Signature; ret", "ldc.i4.0; pop; ret", "the instruction Calli" },
        { "the address of a method", "ldftn Other; pop; ret", "ldarg.0; ldarg.1; call Other; ret", "the instruction Ldftn" },
        { "the address of a virtual method", "ldarg.0; ldvirtftn FactFrame.Long; pop; ret", "ldarg.0; pop; ret",
            "the instruction Ldvirtftn" },
        { "a token of a type", "ldtoken FactFrame; pop; ret", "ldarg.0; pop; ret", "the instruction Ldtoken" },
        { "an exception", "ldnull; throw", "ldnull; pop; ret", "the instruction Throw" },
        { "the same exception again", "rethrow", "ret", "the instruction Rethrow" },
        { "leaving a handler that is not there", "leave.s 0; ret", "br.s 0; ret", "the instruction Leave_s" },
        { "a jump into another method", "jmp Other", "ldarg.0; ldarg.1; call Other; ret", "the instruction Jmp" },
        { "a call in place of the own frame", "ldarg.0; ldarg.1; tail.; call Other; ret", "ldarg.0; ldarg.1; call Other; ret",
            "the instruction Tail" },
        { "an unchecked cast", "ldarg.0; castclass Evaluation; pop; ret", "ldarg.0; pop; ret", "the instruction Castclass" },
        { "a value as an object", "ldc.i4.1; box Decimal; pop; ret", "ldc.i4.1; pop; ret", "the instruction Box" },
        { "an object as a value", "ldarg.0; unbox.any Decimal; pop; ret", "ldarg.0; pop; ret", "the instruction Unbox_any" },
        { "another argument written", "ldarg.0; starg.s 0; ret", "ldarg.0; stloc.s frame; ret", "the instruction Starg_s" },
        { "the place of an argument", "ldarga.s 0; pop; ret", "ldarg.0; pop; ret", "the instruction Ldarga_s" },
        { "a floating-point number", "ldc.r8 1; pop; ret", "ldc.i8 1; pop; ret", "the instruction Ldc_r8" },
        { "a break for a debugger", "break; ret", "nop; ret", "the instruction Break" },
        { "an instruction that there is not", "ldc.i4 0; pop; prefix1; ret", "ldc.i4 0; pop; ret", "which is never emitted" },
        { "less on the stack than is taken", "pop; ret", "ldc.i4.1; pop; ret", "takes more from the stack than is there" },
        { "less on the stack than a call takes", "ldarg.1; ldc.i4.1; callvirt Evaluation.Fire; ret",
            "ldarg.1; ldc.i4.1; ldc.i4.1; callvirt Evaluation.Fire; ret", "takes " },
        { "more on the stack than is said", "ldc.i4.1; dup; dup; dup; dup; dup; dup; dup; dup; ret", "ldc.i4.1; dup; pop; pop; ret",
            "puts more on the stack than the method says" },
        { "two heights where ways meet", "ldc.i4.1; brtrue.s 1; ldc.i4.1; ret", "ldc.i4.1; brtrue.s 1; nop; ret",
            "is reached with stacks of two heights" },
        { "two types where ways meet", "ldarg.0; ldc.i4.1; brtrue.s 2; pop; ldarg.1; pop; ret",
            "ldarg.0; ldc.i4.1; brtrue.s 2; pop; ldarg.0; pop; ret", "is reached with class " },
        { "two types where arms meet", "ldarg.0; ldc.i4.1; switch 0 2; pop; ldarg.1; pop; ret",
            "ldarg.0; ldc.i4.1; switch 0 2; pop; ldarg.0; pop; ret", "is reached with class " },
        { "a value that is left behind", "ldc.i4.1; ret", "ldc.i4.1; pop; ret", "leaves values on the stack" },
        { "an argument that there is not", "ldarg.2; pop; ret", "ldarg.1; pop; ret", "names an argument that there is not" },
        { "an argument far off", "ldarg 65535; pop; ret", "ldarg 1; pop; ret", "names an argument that there is not" },
        { "a variable that there is not", "ldloc.s 120; pop; ret", "ldloc.s frame; pop; ret", "names a variable that there is not" },
        { "an unknown variable written", "ldc.i4.1; stloc 500; ret", "ldc.i8 1; stloc number; ret", "names a variable that there is not" },
        { "a loop without an end", "br.s -2", "br.s 0; ret", "branches back" },
        { "a far loop", "br -5", "br 0; ret", "branches back" },
        { "a loop by a condition", "ldc.i4.1; brtrue.s -3; ret", "ldc.i4.1; brtrue.s 0; ret", "branches back" },
        { "a loop by a comparison", "ldc.i4.1; ldc.i4.1; beq.s -4; ret", "ldc.i4.1; ldc.i4.1; beq.s 0; ret", "branches back" },
        { "a loop by an arm", "ldc.i4.1; switch 0 -14; ret", "ldc.i4.1; switch 0 0; ret", "branches back" },
        { "a branch out of the method", "ldc.i4.1; brtrue.s 100; ret", "ldc.i4.1; brtrue.s 0; ret", "branches out of the method" },
        { "a branch to the end of the method", "br.s 1; ret", "br.s 0; ret", "branches out of the method" },
        { "more arms than there are bytes", "ldc.i4.1; switch 0 0 0 0 0 0 0 0 1000000; ret", "ldc.i4.1; switch 0 0; ret",
            "branches out of the method" },
        { "a branch into an instruction", "ldc.i4.1; brtrue.s 1; ldc.i4 0; pop; ret", "ldc.i4.1; brtrue.s 6; ldc.i4 0; pop; ret",
            "branches to where no instruction begins" },
        { "instructions that nothing reaches", "ret; nop; ret", "nop; nop; ret", "is never reached" },
        { "no end", "nop", "ret", "does not end" },
        { "a method that calls itself", "ldarg.0; ldarg.1; call Mine; ret", "ldarg.0; ldarg.1; call Other; ret", "reaches itself" },
        { "a method that nobody listed", "ldarg.0; ldc.i4.1; callvirt Asks; ret", "ldarg.0; ldarg.1; call Other; ret",
            "calls what emitted code never calls" },
        { "an override of its own", "ldnull; ldc.i4.1; ldarg.0; ldarg.1; callvirt Decide; ret",
            "ldarg.0; ldarg.1; call Rule1; ret", "calls what emitted code never calls" },
        { "another program made", "newobj .ctor; pop; ret", "ldc.i4.7; newobj Decimal..ctor; pop; ret",
            "calls what emitted code never calls" },
        { "the constructor of the base",
            "ldnull; call PolicyProgram..ctor; ret", "ldnull; pop; ret", "calls what emitted code never calls" },
        { "an attribute made", "ldc.i4.1; newobj CompilationRelaxationsAttribute..ctor; pop; ret",
            "ldc.i4.1; newobj Decimal..ctor; pop; ret", "calls what emitted code never calls" },
        { "an object's method without its check", "ldarg.1; call Evaluation.Release; ret", "ldarg.1; callvirt Evaluation.Release; ret",
            "calls what emitted code never calls, or in another way" },
        { "a constant called", "call Decimal.One; pop; ret", "ldsfld Decimal.One; pop; ret", "calls what emitted code never calls" },
        { "a method read as a field", "ldsfld Evaluation.Release; pop; ret", "ldsfld Decimal.One; pop; ret", "reads a field" },
        { "a constant written", "ldsfld Decimal.One; stsfld Decimal.One; ret", "ldsfld Decimal.One; pop; ret", "the instruction Stsfld" },
        { "the place of a constant", "ldsflda Decimal.One; pop; ret", "ldsfld Decimal.One; pop; ret", "the instruction Ldsflda" },
        { "a field of an object", "ldarg.0; ldfld Decimal.One; pop; ret", "ldarg.0; pop; ret", "the instruction Ldfld" },
        { "half a text", "ldstr 1879048194; pop; ret", "ldstr Text; pop; ret", "loads a text that the assembly does not hold" },
        { "a text outside", "ldstr 1895825407; pop; ret", "ldstr Text; pop; ret", "loads a text that the assembly does not hold" },
        { "a type of none called", "call FactFrame; ret", "ldarg.0; ldarg.1; call Other; ret", "calls what emitted code never calls" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_the_compiler_never_emits_is_refused_and_its_honest_twin_is_taken(
        string name, string hostile, string honest, string reason)
    {
        Assert.NotEmpty(name);
        ImageCheck.Check(WrittenMethod.With(honest));
        Assert.Null(HostileImage.Load(WrittenMethod.With(honest)).Reason);

        HostileImage.Refused(WrittenMethod.With(hostile), reason);
        HostileImage.Refused(WrittenMethod.With(hostile), "the method 'Mine', which ");
    }

    [Fact]
    public void What_a_method_gives_is_of_its_type()
    {
        ImageCheck.Check(WrittenMethod.With("ldc.i4.1; ret", "Asks"));

        HostileImage.Refused(WrittenMethod.With("ldarg.0; ret", "Asks"), "takes class ");
        HostileImage.Refused(WrittenMethod.With("ldc.i8 1; ret", "Asks"), "takes Int64 for Int32");
        HostileImage.Refused(WrittenMethod.With("ret", "Asks"), "takes more from the stack than is there");
    }

    [Fact]
    public void Two_methods_that_call_each_other_are_refused()
    {
        const string ToOther = "ldarg.0; ldarg.1; call Other; ret";
        ImageCheck.Check(WrittenMethod.With("ret", "Other", image: WrittenMethod.With(ToOther)));

        HostileImage.Refused(
            WrittenMethod.With("ldarg.0; ldarg.1; call Mine; ret", "Other", image: WrittenMethod.With(ToOther)),
            "reaches itself");
    }

    [Fact]
    public void Variables_begin_empty_and_the_stack_is_not_higher_than_any_that_is_emitted()
    {
        ImageCheck.Check(WrittenMethod.With("ret", maxStack: 256));

        HostileImage.Refused(WrittenMethod.With("ret", maxStack: 257), "begins with more room than emitted code has");
        HostileImage.Refused(WrittenMethod.With("ret", initialises: false), "or with variables that hold anything");
    }

    [Fact]
    public void Calls_within_calls_end_soon_and_do_not_fill_the_stack()
    {
        ImageCheck.Check(Tower(methods: 8, calls: 1));
        ImageCheck.Check(Tower(methods: 100, calls: 1));

        HostileImage.Refused(Tower(methods: 40, calls: 2), "repeats what it calls too often");
        HostileImage.Refused(Tower(methods: 1_000, calls: 1), "takes more of the stack than there surely is");
    }

    // Each method calls the next as often as is said: without a loop they run twice as long with each method more.
    private static byte[] Tower(int methods, int calls)
    {
        var code = Enumerable.Range(0, methods).Select(number =>
            $"private static void R{number}(FactFrame f, Evaluation v) {{ "
            + string.Concat(Enumerable.Repeat(number == methods - 1 ? "v.Release();" : $"R{number + 1}(f, v);", calls)) + " }");
        return HostileImage.Compile($"public sealed class Program : PolicyProgram {{ {string.Join('\n', code)} MEMBERS }}");
    }
}
