#!/usr/bin/env python3
"""Fits the weights of confidence from labelled statements and says how well they are calibrated.

    fit.py refresh ROWS LABELS [--gold FOLDER ...]   brings the features of the labels up to date
    fit.py fit LABELS WEIGHTS                        fits, prints the tables, writes the values into the file of weights

ROWS is what `statement_features FOLDER...` prints. LABELS has one line of JSON a statement: the document's id, the kind,
the stretch in code points, whether it is right, and the features that it was found with; no words of the document.
--gold takes labels that quote their statements (one JSON file a document); statements from those documents are marked
`developed`, because rules were written with them in view.
"""
import argparse, collections, json, math, pathlib, re, sys, unicodedata

SAME = 0.5         # least overlap of two stretches, or of two texts' words, that are one statement
MOST = 40          # statements that one document counts for at most
FOLDS = 10
STRENGTHS = (0.5, 1, 2, 4, 8, 16)   # of the pull towards the expected weights, tried by cross-validation
# What a drafter of such documents expects of features of which few labels tell; 0 for all others.
EXPECTED = {'certainty': 1.0, 'operative': 1.0, 'labelled': 0.5, 'in_table': 0.5, 'cut': -1.0, 'damaged': -0.5,
            'footnote': -0.5, 'question': -1.0, 'bracketed': -0.5}


# ---- labels

def words(text):
    text = unicodedata.normalize('NFKD', text.replace('’', "'")).casefold()
    return collections.Counter(re.findall(r'\w+', ''.join(c for c in text if not unicodedata.combining(c))))


def alike(a, b):
    common = sum((a & b).values())
    return common / max(1, sum(a.values()) + sum(b.values()) - common)


def overlap(a, b):
    common = min(a['end'], b['end']) - max(a['start'], b['start'])
    return common / max(1, max(a['end'], b['end']) - min(a['start'], b['start']))


def line_of(row, right, developed):
    line = {'document': row['sha256'][:16], 'file': row['file'], 'kind': row['kind'], 'start': row['start'],
            'end': row['end'], 'right': right}
    if developed:
        line['developed'] = True
    line['certainty'], line['features'] = row['certainty'], ' '.join(row['features'])
    return line


def refreshed(labels, rows):
    """The labels with the features that the statements are found with now; those no longer found keep theirs."""
    by_place = collections.defaultdict(list)
    for row in rows:
        by_place[row['sha256'][:16], row['kind']].append(row)
    here, gone = {row['sha256'][:16] for row in rows}, 0
    for label in labels:
        near = max(by_place[label['document'], label['kind']], key=lambda row: overlap(row, label), default=None)
        if near and overlap(near, label) >= SAME:
            label.update(start=near['start'], end=near['end'], certainty=near['certainty'],
                         features=' '.join(near['features']), taken=True)
        elif label['document'] in here:
            label['taken'], gone = False, gone + 1
    print(f'{gone} labelled statements are no longer taken', file=sys.stderr)
    return [{k: v for k, v in label.items() if k != 'taken' or not v} for label in labels]


def from_gold(folder, rows):
    """Labels for the rows of the documents that the folder labels: right where a 'must' is met, wrong where nothing is."""
    by_file, out = collections.defaultdict(list), []
    for row in rows:
        by_file[row['file']].append(row)
    for path in sorted(pathlib.Path(folder).glob('*.json')):
        gold = json.loads(path.read_text())
        for kind, key in (('recommendation', 'recommendations'), ('outcome', 'outcomes')):
            if key not in gold:
                continue
            wanted = [(words(g['text']), g.get('need') != 'may') for g in gold[key]]
            for row in (r for r in by_file[gold['file']] if r['kind'] == kind):
                own = words(row['text'])
                best = max(((alike(own, w), must) for w, must in wanted), default=(0, True))
                if best[0] >= SAME and best[1]:
                    out.append(line_of(row, True, True))
                elif best[0] < SAME and 'scope' not in gold:
                    out.append(line_of(row, False, True))
    return out


def read_lines(path):
    return [json.loads(line) for line in open(path, encoding='utf-8')]


def refresh(options):
    rows = read_lines(options.rows)
    labels = [l for l in read_lines(options.labels) if not (options.gold and l.get('developed'))]
    labels = refreshed(labels, rows) + [line for folder in options.gold for line in from_gold(folder, rows)]
    labels.sort(key=lambda l: (l['file'], l['document'], l['kind'], l['start'], l['end']))
    with open(options.labels, 'w', encoding='utf-8') as out:
        for label in labels:
            out.write(json.dumps(label, ensure_ascii=False) + '\n')


# ---- the model

def logit(p):
    p = min(max(p, 0.02), 0.98)
    return math.log(p / (1 - p))


def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x > -40 else 0.0


class Sample:
    def __init__(self, label, weight):
        self.document, self.right, self.developed = label['document'], float(label['right']), bool(label.get('developed'))
        self.kind, self.later, self.weight = label['kind'], bool(label.get('later')), weight
        self.values = {name: 1.0 for name in label['features'].split()}
        self.values.update({'base': 1.0, 'certainty': logit(label['certainty'])})

    def sum(self, weights):
        return sum(weights.get(name, 0) * value for name, value in self.values.items())


def samples_of(labels):
    labels = [l for l in labels if l.get('taken', True)]
    sizes = collections.Counter(l['document'] for l in labels)
    return [Sample(l, min(1, MOST / sizes[l['document']])) for l in labels]


def solve(matrix, vector):
    """Gaussian elimination with pivoting."""
    n, rows = len(vector), [row[:] + [v] for row, v in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            if factor:
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    out = [0.0] * n
    for i in reversed(range(n)):
        out[i] = (rows[i][n] - sum(rows[i][j] * out[j] for j in range(i + 1, n))) / rows[i][i]
    return out


def fitted(samples, names, strength):
    """Newton's method on the logistic loss with a quadratic pull of each weight to what was expected of it."""
    place = {name: i for i, name in enumerate(names)}
    w = [EXPECTED.get(name, 0.0) for name in names]
    start = w[:]
    pull = [0.01 if name == 'base' else strength for name in names]
    dense = []
    for s in samples:
        values = [(place[k], v) for k, v in s.values.items() if k in place]
        dense.append((values, s.right, s.weight))
    for _ in range(30):
        gradient = [p * (a - b) for p, a, b in zip(pull, w, start)]
        hessian = [[pull[i] if i == j else 0.0 for j in range(len(w))] for i in range(len(w))]
        for values, right, weight in dense:
            p = sigmoid(sum(w[i] * v for i, v in values))
            curve = weight * max(p * (1 - p), 1e-6)
            for i, v in values:
                gradient[i] += weight * (p - right) * v
                for j, u in values:
                    hessian[i][j] += curve * v * u
        step = solve(hessian, gradient)
        w = [a - b for a, b in zip(w, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return dict(zip(names, w))


def held_out(samples, names, strength):
    """What each statement is given by weights fitted without its document. Documents fall into folds by their ids."""
    fold = {d: i % FOLDS for i, d in enumerate(sorted({s.document for s in samples}))}
    said = {}
    for f in range(FOLDS):
        weights = fitted([s for s in samples if fold[s.document] != f], names, strength)
        said.update({id(s): sigmoid(s.sum(weights)) for s in samples if fold[s.document] == f})
    return said


def loss(samples, said):
    return -sum(math.log(max(1e-9, said[id(s)] if s.right else 1 - said[id(s)])) for s in samples) / len(samples)


def tempered(samples, said):
    """The factor on all weights that suits held-out documents best: what was fitted is always a little too sure."""
    def at(factor):
        return loss(samples, {key: sigmoid(factor * math.log(p / (1 - p))) for key, p in said.items()})
    factor = min((f / 20 for f in range(10, 23)), key=at)
    return factor, {key: sigmoid(factor * math.log(p / (1 - p))) for key, p in said.items()}


def table(samples, said, title):
    print(f'\n{title}: {len(samples)} statements of {len({s.document for s in samples})} documents')
    print('said        statements  right   share  said on average')
    error = 0
    for low, high in ((0, .5), (.5, .6), (.6, .7), (.7, .8), (.8, .9), (.9, 1.01)):
        inside = [s for s in samples if low <= said[id(s)] < high]
        if not inside:
            continue
        right, mean = sum(s.right for s in inside), sum(said[id(s)] for s in inside) / len(inside)
        error += abs(right - mean * len(inside))
        print(f'{low:.1f} to {min(high, 1):.1f}  {len(inside):10}  {right:5.0f}   {right / len(inside):.3f}  {mean:.3f}')
    brier = sum((said[id(s)] - s.right) ** 2 for s in samples) / len(samples)
    print(f'Brier score {brier:.4f}, expected calibration error {error / len(samples):.4f}, log loss {loss(samples, said):.4f}')


def fit(options):
    text = pathlib.Path(options.weights).read_text(encoding='utf-8')
    names = re.findall(r'<weight of="([^"]+)"', text)
    samples = samples_of(read_lines(options.labels))
    fresh = [s for s in samples if not s.developed]
    tried = {strength: held_out(samples, names, strength) for strength in STRENGTHS}
    best = min(STRENGTHS, key=lambda strength: loss(fresh, tried[strength]))
    for strength in STRENGTHS:
        print(f'pull {strength}: log loss on held-out documents {loss(fresh, tried[strength]):.4f}')
    table(fresh, {id(s): sigmoid(s.values["certainty"]) for s in fresh}, "By the rules' own certainty")
    factor, said = tempered(fresh, tried[best])
    table(fresh, said, 'By the model, each document held out')
    for kind in ('recommendation', 'outcome', 'intervention'):
        table([s for s in fresh if s.kind == kind], said, f'  of kind {kind}')
    table([s for s in fresh if s.later], said, '  labelled after the rules were last mended')
    table([s for s in samples if s.developed], said, '  of documents that the rules were written with')
    weights = fitted(samples, names, best)
    text = re.sub(r'(<weight of="([^"]+)" value=")[^"]*', lambda m: f'{m[1]}{factor * weights[m[2]]:.2f}', text)
    pathlib.Path(options.weights).write_text(text, encoding='utf-8')
    print(f'\nwritten with pull {best}, all weights by {factor}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser('refresh')
    one.add_argument('rows'), one.add_argument('labels'), one.add_argument('--gold', action='append', default=[])
    one.set_defaults(run=refresh)
    two = commands.add_parser('fit')
    two.add_argument('labels'), two.add_argument('weights')
    two.set_defaults(run=fit)
    options = parser.parse_args()
    options.run(options)


if __name__ == '__main__':
    main()
