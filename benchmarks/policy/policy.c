#include "policy.h"

#include "weights.h"

static void dense(int outputs, int inputs, const float *w, const float *b, const float *x, float *y)
{
    for (int i = 0; i < outputs; i++) {
        float sum = 0.0f;
        for (int j = 0; j < inputs; j++)
            sum += w[i * inputs + j] * x[j];
        y[i] = sum + b[i];
    }
}

static void relu(int n, float *x)
{
    for (int i = 0; i < n; i++)
        if (x[i] < 0.0f)
            x[i] = 0.0f;
}

void policy_reset(struct policy_state *state)
{
    (void)state;
}

void policy_step(struct policy_state *state, const struct policy_in *in, struct policy_out *out)
{
    (void)state;
    float h0[HIDDEN], h1[HIDDEN];
    dense(HIDDEN, INPUTS, w0, b0, in->x, h0);
    relu(HIDDEN, h0);
    dense(HIDDEN, HIDDEN, w1, b1, h0, h1);
    relu(HIDDEN, h1);
    dense(ACTIONS, HIDDEN, w2, b2, h1, out->q);
    out->action = 0;
    for (int i = 1; i < ACTIONS; i++)
        if (out->q[i] > out->q[out->action])
            out->action = i;
}
