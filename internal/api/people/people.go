package people

import (
	"context"
	"reflect"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/engagement/rule"
	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/ladder"
	"throughline/internal/people/pay"
	"throughline/internal/people/skill"
	"throughline/internal/people/title"
	"throughline/internal/people/transition"
	"throughline/internal/team"
)

func init() {
	operations = append(operations, tables, asked)
	rest.Bodies["/people/title"] = 12 << 20 // 4 MB of text, escaped
	for of, is := range map[reflect.Type]reflect.Type{
		reflect.TypeFor[guide.Money](): reflect.TypeFor[float64](), reflect.TypeFor[guide.Split](): reflect.TypeFor[string](),
		reflect.TypeFor[pay.Number](): reflect.TypeFor[float64](), reflect.TypeFor[skill.Between](): reflect.TypeFor[[]float64](),
		reflect.TypeFor[rule.Row](): reflect.TypeFor[map[string]string](),
	} {
		rest.Shapes[of] = is
	}
}

type rolesPart struct {
	Roles   []guide.Role    `json:"roles"`
	Related []guide.Related `json:"related"`
	Sources []guide.Source  `json:"sources"`
}

type skillsPart struct {
	Scales    []guide.Scale    `json:"scales"` // what the steps of a rating mean
	Skills    []guide.Skill    `json:"skills"`
	Fills     []guide.Fill     `json:"fills"` // what fills a gap
	Words     map[string]int   `json:"words"` // what a word of the table weighs
	Weights   []guide.Weight   `json:"weights"`
	Levels    []guide.Level    `json:"levels"`
	Questions []guide.Question `json:"questions"` // for POST /people/fit
}

type bandsPart struct {
	Bands   []guide.Band     `json:"bands"`
	Splits  []guide.SplitOf  `json:"splits"`
	Claims  []guide.Claim    `json:"claims"`
	Levels  []pay.Comparison `json:"levels"` // both roles at each level that has both bands
	Check   pay.Report       `json:"check"`
	Sources []guide.Source   `json:"sources"`
}

type laddersPart struct {
	Steps []ladder.Step `json:"steps"`
	Moves []guide.Move  `json:"moves"`
}

type transitionsPart struct {
	Moves []transition.Move `json:"moves"`
	Exits []guide.Related   `json:"exits"`
}

type rulesPart struct {
	Facts []factPart  `json:"facts"`
	Table *rule.Table `json:"table"`
}

type factPart struct {
	Name     string   `json:"name"`
	Question string   `json:"question"`
	Words    []string `json:"words"` // empty for a number
}

// byGuide hands an operation the guide in force.
func byGuide[Out any](do func(*guide.Guide) (Out, error)) func(context.Context, *rest.Caller) (Out, error) {
	return func(ctx context.Context, c *rest.Caller) (out Out, err error) {
		g, err := core.GuideOf(ctx, c.Reader)
		if err != nil {
			return out, err
		}
		return do(g)
	}
}

// tables are what the guide in force says. Nothing of a person stands there.
func tables(s *rest.Server) {
	rest.Read(s, rest.On("/people/roles", "Get the two roles, and those beside them", auth.See), byGuide(func(g *guide.Guide) (*rolesPart, error) {
		return &rolesPart{g.Roles, g.Related, g.Sources}, nil
	}))
	rest.Read(s, rest.On("/people/skills", "Get the table of skills with the weights of both roles", auth.See), byGuide(func(g *guide.Guide) (*skillsPart, error) {
		return &skillsPart{g.Scales, g.Skills, g.Fills, g.Words, g.Weights, g.Levels, g.Questions}, nil
	}))
	rest.Read(s, rest.On("/people/bands", "Get bands, splits and what is claimed of them, compared and checked", auth.See), byGuide(bandsOf))
	rest.Read(s, rest.On("/people/ladders", "Get the ladders of both roles: steps, what each asks, and moves", auth.See), byGuide(func(g *guide.Guide) (*laddersPart, error) {
		return &laddersPart{ladder.Steps(g), g.Moves}, nil
	}))
	rest.Read(s, rest.On("/people/transitions", "Get the moves between the roles: gaps, what fills them, pay and rhythm", auth.See), byGuide(transitionsOf))
	rest.Read(s, rest.On("/people/engagement", "Get the rules that say who is on a deal, as they are in force", auth.See), func(ctx context.Context, c *rest.Caller) (*rulesPart, error) {
		table, _, err := team.Rules().InForce(ctx, c.Reader)
		out := &rulesPart{Table: table}
		for _, name := range rule.Names() {
			out.Facts = append(out.Facts, factPart{name, rule.Question(name), append([]string{}, rule.Words(name)...)})
		}
		return out, err
	})
}

func bandsOf(g *guide.Guide) (*bandsPart, error) {
	out := &bandsPart{Bands: g.Bands, Splits: g.Splits, Claims: g.Claims, Check: pay.Check(g, pay.SheetOf(g), nil), Sources: g.Sources}
	for _, level := range g.Levels {
		if c, err := (pay.Wanted{Level: level.ID}).Compare(g); err == nil {
			out.Levels = append(out.Levels, c)
		}
	}
	return out, nil
}

func transitionsOf(g *guide.Guide) (*transitionsPart, error) {
	moves, err := transition.All(g)
	out := &transitionsPart{Moves: moves, Exits: []guide.Related{}}
	for _, r := range g.Related {
		if r.Kind == "exit" {
			out.Exits = append(out.Exits, r)
		}
	}
	return out, err
}

type sheetIn struct {
	Level     string         `json:"level"`
	Questions map[string]int `json:"questions"`
	Skills    map[string]int `json:"skills"`
}

type titleIn struct {
	Title string `json:"title"`
	Text  string `json:"text"`
}

// withGuide hands the guide in force to what is worked out of a body.
func withGuide[In, Out any](do func(*guide.Guide, In) (*Out, error)) func(context.Context, *rest.Caller, In) (*Out, error) {
	return func(ctx context.Context, c *rest.Caller, in In) (*Out, error) {
		g, err := core.GuideOf(ctx, c.Reader)
		if err != nil {
			return nil, err
		}
		return do(g, in)
	}
}

// asked are what the pages work out of what is typed. Nothing of it is kept.
func asked(s *rest.Server) {
	rest.Beside(s, rest.On("/people/fit", "Say what answers and ratings say of each role; nothing is stored", auth.See), withGuide(func(g *guide.Guide, in sheetIn) (*skill.Result, error) {
		out, err := skill.Judge(g, skill.Sheet{Level: in.Level, Questions: in.Questions, Skills: in.Skills})
		return &out, err
	}))
	rest.Beside(s, rest.On("/people/title", "Read an advertisement: which side of the sale it describes, by its duties; nothing is stored", auth.See), withGuide(func(g *guide.Guide, in titleIn) (*title.Reading, error) {
		out, err := title.Read(g, in.Title, in.Text)
		return &out, err
	}))
	rest.Beside(s, rest.On("/people/compare", "Compare the pay of both roles at one level and attainment", auth.See), withGuide(func(g *guide.Guide, in pay.Wanted) (*pay.Comparison, error) {
		out, err := in.Compare(g)
		return &out, err
	}))
	rest.Beside(s, rest.On("/people/own", "Work out own figures of pay; nothing is stored", auth.See), func(_ context.Context, _ *rest.Caller, in pay.Own) (*pay.Pair, error) {
		out, err := in.Work()
		return &out, err
	})
	rest.Beside(s, rest.On("/people/check", "Hold bands against what is claimed of them; nothing is stored", auth.See), withGuide(func(g *guide.Guide, in pay.Typed) (*pay.Report, error) {
		out, err := in.Check(g)
		return &out, err
	}))
	rest.Beside(s, rest.On("/people/engage", "Say who should be on a deal with these facts, by the rules in force", auth.See), func(ctx context.Context, c *rest.Caller, in map[string]string) (*rule.Decision, error) {
		table, _, err := team.Rules().InForce(ctx, c.Reader)
		if err != nil {
			return nil, err
		}
		facts, err := rule.FactsOf(in)
		if err != nil {
			return nil, err
		}
		d := table.Decide(facts)
		return &d, nil
	})
}
