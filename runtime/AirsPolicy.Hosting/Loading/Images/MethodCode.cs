using System.Reflection.Metadata;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>
/// Goes through the instructions of one method with the types of the values they work on, in place of the values. Branches lead forwards
/// alone, so that one pass sees every way through. What is not known is refused.
/// </summary>
internal sealed class MethodCode
{
    // Higher than any that is emitted. With it the work at a branch is bounded.
    private const int MaxStack = 256;

    private readonly ImageCalls _calls;
    private readonly string _name;
    private readonly string[] _arguments;
    private readonly string[] _locals;
    private readonly string _result;
    private readonly int _maxStack;
    private readonly Dictionary<int, StackNode?> _branches = [];
    private readonly List<int> _own = [];
    private BlobReader _code;
    private StackNode? _stack;
    private bool _isReached = true;
    private int _at;

    private MethodCode(ImageCalls calls, string name, string[] arguments, string[] locals, string result, MethodBodyBlock body)
    {
        (_calls, _name, _arguments, _locals, _result) = (calls, name, arguments, locals, result);
        (_maxStack, _code) = (body.MaxStack, body.GetILReader());
    }

    /// <summary>Verifies a method.</summary>
    /// <returns>The rows of the methods of the program that it calls, one for each place.</returns>
    /// <exception cref="InvalidDataException">An instruction does what emitted code never does; the message says which.</exception>
    public static IReadOnlyList<int> Verify(
        ImageCalls calls, string name, string[] arguments, string[] locals, string result, MethodBodyBlock body)
    {
        var code = new MethodCode(calls, name, arguments, locals, result, body);
        if (body.MaxStack > MaxStack || (locals.Length > 0 && !body.LocalVariablesInitialized))
            throw code.Refused("begins with more room than emitted code has, or with variables that hold anything");
        while (code._code.RemainingBytes > 0)
            code.Step();
        code._at = code._code.Offset;
        if (code._isReached || code._branches.Count > 0)
            throw code.Refused("does not end, or branches to where no instruction begins");
        return code._own;
    }

    private void Step()
    {
        _at = _code.Offset;
        if (_branches.Remove(_at, out var carried))
            (_stack, _isReached) = (_isReached ? Joined(_stack, carried) : carried, true);
        else if (!_isReached)
            throw Refused("has an instruction that is never reached");
        var first = _code.ReadByte();
        var operation = (ILOpCode)(first == 0xFE ? (first << 8) | _code.ReadByte() : first);
        switch (operation)
        {
            case ILOpCode.Nop:
                break;
            case >= ILOpCode.Ldarg_0 and <= ILOpCode.Ldarg_3:
                Push(Argument(operation - ILOpCode.Ldarg_0));
                break;
            case ILOpCode.Ldarg_s:
                Push(Argument(_code.ReadByte()));
                break;
            case ILOpCode.Ldarg:
                Push(Argument(_code.ReadUInt16()));
                break;
            case >= ILOpCode.Ldloc_0 and <= ILOpCode.Ldloc_3:
                Push(Local(operation - ILOpCode.Ldloc_0));
                break;
            case ILOpCode.Ldloc_s:
                Push(Local(_code.ReadByte()));
                break;
            case ILOpCode.Ldloc:
                Push(Local(_code.ReadUInt16()));
                break;
            case >= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3:
                Take(Local(operation - ILOpCode.Stloc_0));
                break;
            case ILOpCode.Stloc_s:
                Take(Local(_code.ReadByte()));
                break;
            case ILOpCode.Stloc:
                Take(Local(_code.ReadUInt16()));
                break;
            case ILOpCode.Ldloca_s:
                PushPlace(Local(_code.ReadByte()));
                break;
            case ILOpCode.Ldloca:
                PushPlace(Local(_code.ReadUInt16()));
                break;
            case ILOpCode.Ldnull:
                Push(StackType.Null);
                break;
            case >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8:
                Push(StackType.Int32);
                break;
            case ILOpCode.Ldc_i4_s:
                _ = _code.ReadSByte();
                Push(StackType.Int32);
                break;
            case ILOpCode.Ldc_i4:
                _ = _code.ReadInt32();
                Push(StackType.Int32);
                break;
            case ILOpCode.Ldc_i8:
                _ = _code.ReadInt64();
                Push(StackType.Int64);
                break;
            case ILOpCode.Ldstr:
                Require(_calls.IsText(_code.ReadInt32()), "loads a text that the assembly does not hold");
                Push(StackType.Text);
                break;
            case ILOpCode.Ldsfld:
                Require(_calls.IsConstant(_code.ReadInt32()), "reads a field");
                Push(StackType.Decimal);
                break;
            case ILOpCode.Dup:
                Duplicate();
                break;
            case ILOpCode.Pop:
                Pop();
                break;
            case ILOpCode.Add or ILOpCode.Sub or ILOpCode.And or ILOpCode.Or or ILOpCode.Xor:
                Push(TwoNumbers());
                break;
            case ILOpCode.Shl or ILOpCode.Shr or ILOpCode.Shr_un:
                Take(StackType.Int32);
                Push(Number());
                break;
            case ILOpCode.Neg or ILOpCode.Not:
                Push(Number());
                break;
            case ILOpCode.Conv_i4 or ILOpCode.Conv_u4 or ILOpCode.Conv_u1:
                Number();
                Push(StackType.Int32);
                break;
            case ILOpCode.Conv_i8 or ILOpCode.Conv_u8:
                Number();
                Push(StackType.Int64);
                break;
            case >= ILOpCode.Ceq and <= ILOpCode.Clt_un:
                TwoNumbers();
                Push(StackType.Int32);
                break;
            case ILOpCode.Br_s or ILOpCode.Br:
                Branch(operation);
                _isReached = false;
                break;
            case ILOpCode.Brfalse_s or ILOpCode.Brtrue_s or ILOpCode.Brfalse or ILOpCode.Brtrue:
                Number();
                Branch(operation);
                break;
            case (>= ILOpCode.Beq_s and <= ILOpCode.Blt_un_s) or (>= ILOpCode.Beq and <= ILOpCode.Blt_un):
                TwoNumbers();
                Branch(operation);
                break;
            case ILOpCode.Switch:
                Switch();
                break;
            case ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj:
                Call(operation, _code.ReadInt32());
                break;
            case ILOpCode.Ret:
                Return();
                break;
            default:
                throw Refused($"has the instruction {operation}, which is never emitted");
        }
    }

    private string Argument(int number) => Of(_arguments, number, "an argument");

    private string Local(int number) => Of(_locals, number, "a variable");

    private string Of(string[] types, int number, string what)
    {
        Require(number < types.Length, $"names {what} that there is not");
        return types[number];
    }

    private void PushPlace(string type)
    {
        Require(type == StackType.Decimal, "takes the place of a variable that is no decimal");
        Push(StackType.PlaceOfDecimal);
    }

    private void Push(string declared)
    {
        Require((_stack?.Height ?? 0) < _maxStack, "puts more on the stack than the method says");
        _stack = new StackNode(StackType.Of(declared), _stack);
    }

    private string Pop()
    {
        Require(_stack is not null, "takes more from the stack than is there");
        var type = _stack!.Type;
        _stack = _stack.Below;
        return type;
    }

    private void Duplicate()
    {
        var type = Pop();
        Push(type);
        Push(type);
    }

    private void Take(string declared)
    {
        var (wanted, found) = (StackType.Of(declared), Pop());
        Require(StackType.Common(wanted, found) == wanted, $"takes {found} for {wanted}");
    }

    private string Number()
    {
        var type = Pop();
        Require(StackType.IsNumber(type), $"takes {type} for a number");
        return type;
    }

    private string TwoNumbers()
    {
        var (right, left) = (Number(), Number());
        Require(left == right, $"takes {left} and {right} for two numbers of one size");
        return left;
    }

    private void Branch(ILOpCode operation)
    {
        var distance = operation.GetBranchOperandSize() == 1 ? _code.ReadSByte() : _code.ReadInt32();
        Branch(_code.Offset, distance);
    }

    private void Branch(int from, int distance)
    {
        Require(distance >= 0, "branches back");
        Require(distance < _code.Length - from, "branches out of the method");
        _branches[from + distance] = _branches.TryGetValue(from + distance, out var other) ? Joined(_stack, other) : _stack;
    }

    private void Switch()
    {
        Take(StackType.Int32);
        var count = _code.ReadUInt32();
        Require(count <= _code.RemainingBytes / sizeof(int), "branches out of the method");
        var from = _code.Offset + ((int)count * sizeof(int));
        for (; count > 0; count--)
            Branch(from, _code.ReadInt32());
    }

    private void Call(ILOpCode operation, int token)
    {
        if (_calls.Find(token) is not { } call || !IsBy(operation, call.Kind))
            throw Refused("calls what emitted code never calls, or in another way");
        for (var number = call.Takes.Length - 1; number >= 0; number--)
            Take(call.Takes[number]);
        if (call.Own > 0)
            _own.Add(call.Own);
        if (call.Kind == ImageCallKind.Decimal && operation == ILOpCode.Call)
            Take(StackType.PlaceOfDecimal);
        else if (call.Gives != StackType.Void)
            Push(call.Gives);
    }

    private static bool IsBy(ILOpCode operation, ImageCallKind kind) => kind switch
    {
        ImageCallKind.Static => operation == ILOpCode.Call,
        ImageCallKind.Instance => operation == ILOpCode.Callvirt,
        _ => operation is ILOpCode.Newobj or ILOpCode.Call,
    };

    private void Return()
    {
        if (_result != StackType.Void)
            Take(_result);
        Require(_stack is null, "leaves values on the stack");
        _isReached = false;
    }

    private StackNode? Joined(StackNode? left, StackNode? right)
    {
        if (ReferenceEquals(left, right))
            return left;
        Require(left is not null && right is not null && left.Height == right.Height, "is reached with stacks of two heights");
        var type = StackType.Common(left!.Type, right!.Type);
        Require(type is not null, $"is reached with {left.Type} and {right.Type} in one place");
        return new StackNode(type!, Joined(left.Below, right.Below));
    }

    private void Require(bool holds, string what)
    {
        if (!holds)
            throw Refused(what);
    }

    private InvalidDataException Refused(string what) => ImageCheck.Refused($"has the method '{_name}', which at {_at:x4} {what}");
}
